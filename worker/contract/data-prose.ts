import type { Label } from '#core/catalog/table.ts'
import { anyBureau } from './placeholders.ts'
import { type Section, prose } from './prose.ts'

/** Ways to have the figures: what it is for, and an address that answers in it. */
export interface Format {
  readonly name: string
  readonly about: Label
  readonly example: string
}

/** Every example is an answer of every deployment, the data package once a whole set is made. */
export const formats: readonly Format[] = [
  {
    name: 'CSV',
    about: {
      zh: 'UTF-8，一行一个数字或机关，各列有说明；加 ?bom=1 可直接用 Excel 打开',
      en: 'UTF-8, a row for each figure or bureau, with a description of its columns; ?bom=1 for Excel',
    },
    example: '/api/v1/bureaus.csv',
  },
  {
    name: 'XLSX',
    about: { zh: '工作簿，另附说明一页', en: 'A workbook, with a sheet that explains it' },
    example: '/api/v1/bureaus.xlsx',
  },
  {
    name: 'JSON',
    about: {
      zh: '每个答案都附许可、来源、版本和没有数字的个数',
      en: 'Every answer has licence, source, version, and how many figures are missing',
    },
    example: '/api/v1/totals?figure=licences_decided',
  },
  {
    name: 'SVG',
    about: {
      zh: '图，来源、版本和日期在图中',
      en: 'A chart, with source, version and date in the picture',
    },
    example: `/b/${anyBureau}.svg`,
  },
  {
    name: 'JSON-stat\u00a02.0',
    about: { zh: '多维数据，供统计软件读取', en: 'A cube, for statistical software' },
    example: '/api/v1/cube.json-stat',
  },
  {
    name: 'DCAT 3',
    about: { zh: '数据目录，供数据门户收录', en: 'A catalogue, for data portals' },
    example: '/api/v1/catalogue.jsonld',
  },
  {
    name: 'Frictionless',
    about: {
      zh: '数据包：最新一套文件与各列的含义',
      en: 'A data package: the newest set of files, and what its columns mean',
    },
    example: '/api/v1/datapackage.json',
  },
  {
    name: 'CSVW',
    about: { zh: '同名 CSV 各列的含义', en: 'What the columns of a CSV mean' },
    example: '/api/v1/bureaus.csv-metadata.json',
  },
  {
    name: 'OpenAPI\u00a03.1',
    about: { zh: '接口说明，供程序读取', en: 'The API described, for machines' },
    example: '/api/v1/openapi.json',
  },
]

const ofViews: Section = {
  id: 'views',
  title: { zh: '每一页都是数据', en: 'Every page is data' },
  paragraphs: [
    {
      zh: '机关、报告、比较等页面的地址后加 `.json`、`.csv`、`.xlsx`，得到这一页的数字；图加 `.svg`。参数不变，加 `v=` 则固定在某一版。页面上每张图下面的“下载”就是这些地址。',
      en: 'The address of a bureau, a report or a comparison with `.json`, `.csv` or `.xlsx` behind its path gives the figures of that page, and with `.svg` its chart. Parameters stay the same; `v=` keeps it to a release. "Download" below each chart leads there.',
    },
    {
      zh: '逐项查询用接口，见[接口说明](/docs)。要大量数据请下载整套文件，不必逐页请求。',
      en: 'For single questions there is the API: see its [documentation](/docs). For much data take the whole set rather than page by page.',
    },
  ],
}

const within: Section = {
  id: 'within',
  title: { zh: '数据里有什么、没有什么', en: 'What is in it, and what is not' },
  paragraphs: [
    {
      zh: '每份已发布的报告的全部指标，包括 0 和没有数字的格；没有数字的格留空，另有一列说明[状态](/about#states)。每份报告附来源网址和原件的 SHA-256。报告正文不在其中。',
      en: 'All figures of every published report, zeros and cells without a number included: such a cell is empty, and another column tells its [state](/about#states). Every report has its address and the SHA-256 of the document. The text of reports is not in it.',
    },
    {
      zh: '虚构示例在文件夹 000000 中，每行都有标注，编号以 00 开头；统计时请去掉。撤回的报告在撤回后的版本中没有，在此前的版本中仍在，[发布版](/api/v1/releases)注明撤回了哪些。',
      en: 'Made-up examples are in folders 000000, marked in every row, with ids that begin with 00: leave them out of any count. A withdrawn report is in no later release and stays in those before; [releases](/api/v1/releases) name it.',
    },
    {
      zh: '全区域的报告（scope 为 area）与各机关的报告（own）不可相加；哪些数字不能比，见[关于](/about#comparing)。',
      en: 'Reports of whole areas (scope area) must not be added to those of bureaus (own). See [what does not compare](/about#comparing).',
    },
  ],
}

const checking: Section = {
  id: 'verify',
  title: { zh: '怎样验证下载的文件', en: 'How to verify what you have' },
  paragraphs: [
    {
      zh: '整套文件中的 `SHA256SUMS` 列有每个文件的校验值。在存放文件的文件夹里运行 `sha256sum -c SHA256SUMS`（macOS 用 `shasum -a 256 -c SHA256SUMS`），或 `niantu verify 文件夹`。一版的文件做好以后不再改变：何时下载都是同样的字节。',
      en: '`SHA256SUMS` in the set has the hash of every file. In the folder that has the files run `sha256sum -c SHA256SUMS` (on macOS `shasum -a 256 -c SHA256SUMS`), or `niantu verify FOLDER`. Files of a release never change once they are made: the bytes are the same whenever you download them.',
    },
  ],
}

const changes: Section = {
  id: 'changes',
  title: { zh: '有什么变动', en: 'What has changed' },
  paragraphs: [
    {
      zh: '每次发布、更正和撤回都有记录：[变动列表](/api/v1/changes.csv)；两个发布版之间改了哪些数字，见 `/api/v1/releases/{版本号}/changes`。',
      en: 'Whatever is published, amended or withdrawn is recorded: [list of changes](/api/v1/changes.csv). Which figures differ between two releases: `/api/v1/releases/{release}/changes`.',
    },
  ],
}

/** What stands below the downloads. The promise is the one of the API's documentation. */
export const dataSections: readonly Section[] = [
  checking,
  within,
  ofViews,
  changes,
  ...prose.filter(({ id }) => id === 'promise'),
]
