import type { Label } from '#core/catalog/table.ts'
import { type SetColumn, setColumns, setTables } from './columns.ts'
import { type SetAbout, setTitle } from './set.ts'

/** What a set is, in Chinese and in English: what is in it, how to check it, and what must not be compared. */
export const readme = (about: SetAbout): string =>
  `${[chinese(about), english(about), columnList()].join('\n\n')}\n`

function chinese(about: SetAbout): string {
  return `# ${setTitle(about).zh}

${about.source}。发布时间 ${about.at}（UTC）；行政机关 ${about.bureaus} 个，报告 ${about.reports} 份${about.madeUp > 0 ? `，其中虚构示例 ${about.madeUp} 份` : ''}。这一版的内容不再改变；此后撤回的报告列在 /api/v1/releases/${about.release}。

## 文件

- \`{年份}/{省级代码}/{disclosure|requests|reviews}.csv.gz\`：表二、表三、表四，一行一个指标，0 和没有数字的格都在内。省级代码按机关编号的开头；编号永久不变，机关以后转隶外省也不改。
- \`{年份}/reports.csv.gz\`：一行一份报告，含来源网址和原件的 SHA-256。
- \`bureaus.csv\`、\`figures.csv\`：行政机关（这一版中的名称）与指标。
- \`datapackage.json\`（Frictionless）、\`csv-metadata.json\`（CSVW），\`schemas/\`：各列的含义。
- \`SHA256SUMS\`：校验和。在本文件夹中运行 \`sha256sum -c SHA256SUMS\`，或 \`niantu verify 文件夹\`。
- \`LICENCE.txt\`：使用许可。

CSV 为 UTF-8，逗号分隔，第一行是列名，.gz 用 gunzip 解开。以 = + - @ 等开头的文字前加一个撇号，以免被当作公式；数字从不加。

## 不可直接比较或相加

- 没有数字的格为空，从不是 0：看 state（blank 未填、na 斜线或“无”、text 文字、unread 未能确认、absent 报告没有此项）。
- scope 为 area 的报告是整个地区的汇总，不得与 own 相加。
- aside 为“不计入合计”的报告，其数字已在另一机关的报告中；“未知”则此版未保留当时的沿革。
- made_up 为“虚构示例”的机关和数字不存在，编号以 00 开头。
- 2019 与 2021 两版表式的口径不同（edition）；同名的指标才可跨版比较。
- check 为 failed：所属的合计式不成立，照原文公布。
- excerpt 为“摘录”：只收录报告的一部分。
- 未收录不等于没有公布报告。`
}

function english(about: SetAbout): string {
  const madeUp = about.madeUp > 0 ? `, ${about.madeUp} of them made-up examples` : ''
  return `# ${setTitle(about).en}

Cut at ${about.at} (UTC): ${about.bureaus} bureaus, ${about.reports} reports${madeUp}. This release does not change any more; reports that were withdrawn since are listed at /api/v1/releases/${about.release}.

## Files

- \`{year}/{province}/{disclosure|requests|reviews}.csv.gz\`: parts 2, 3 and 4 of the form, a row for each figure, zeros and cells without a number included. The province is the one that the bureau’s id begins with: an id is permanent, and stays when its bureau is moved.
- \`{year}/reports.csv.gz\`: a row for each report, with its source address and the SHA-256 of the document.
- \`bureaus.csv\`, \`figures.csv\`: bureaus as they were called in this release, and figures.
- \`datapackage.json\` (Frictionless), \`csv-metadata.json\` (CSVW), \`schemas/\`: what the columns mean.
- \`SHA256SUMS\`: run \`sha256sum -c SHA256SUMS\` in this folder, or \`niantu verify FOLDER\`.
- \`LICENCE.txt\`: the licence.

CSV is UTF-8, separated by commas, with a header; unpack .gz with gunzip. A text that begins with = + - @ and the like has an apostrophe in front, lest it be taken for a formula; numbers never have.

## What must not be compared or added up

- A cell without a number is empty and never 0: see state (blank, na “/” or none, text, unread not certain, absent not in the document).
- Reports of scope area sum up a whole area; never add them to those of scope own.
- aside “不计入合计”: the figures stand in another bureau’s report as well; “未知”: this release does not keep what the lineage was.
- made_up “虚构示例”: neither the bureau nor its figures exist; such ids begin with 00.
- The forms of 2019 and 2021 count differently (edition); only figures of the same id compare.
- check “failed”: a sum that the figure is part of does not hold; it is shown as printed.
- excerpt “摘录”: only part of the report was at hand.
- A report that is not here may well have been published.`
}

function columnList(): string {
  const used = new Set<SetColumn>(Object.values(setTables).flatMap(({ columns }) => columns))
  const rows = [...used].map((id) => {
    const { zh, en, about } = setColumns[id]
    return `| ${id} | ${cell({ zh, en })} | ${cell(about)} |`
  })
  return `# 列 Columns

| | | |
| --- | --- | --- |
${rows.join('\n')}`
}

const cell = ({ zh, en }: Label): string => `${zh}；${en}`.replaceAll('|', '\\|')
