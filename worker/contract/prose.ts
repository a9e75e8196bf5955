import type { Label } from '#core/catalog/table.ts'

/** A part of a page that is written once. */
export interface Section {
  readonly id: string
  readonly title: Label
  readonly paragraphs: readonly Label[]
}

/** What holds for every route, in the order in which a reader needs it. */
export const prose: readonly Section[] = [
  {
    id: 'answers',
    title: { zh: '答案', en: 'Answers' },
    paragraphs: [
      {
        zh: '每个答案都有 meta：许可、来源、数据版本或版本号、更新时间、覆盖（应有、收录、缺）和没有数字的个数。每个数字都有 value 和 state：number 有数字；blank 未填；na 斜线或“无”；text 文字；unread 未能确认；absent 报告没有此项。没有数字就是 null，从不是 0。',
        en: 'Every answer has meta: licence, source, data version or release, time, coverage (expected, received, missing) and how many observations have no number. Every observation has value and state: number; blank; na (“/” or none); text; unread (not certain); absent (not in the document). What has no number is null, never 0.',
      },
      {
        zh: '比率都附分子、分母、计算式编号和 95% 威尔逊区间；分母为 0 或未填则无定义并说明原因；分母小于 30 标“太少”，不参与排序。本机关与整个地区两种口径从不相加。',
        en: 'Every rate comes with numerator, denominator, the id of its formula and the 95 % Wilson interval; a denominator of 0 or blank leaves it undefined, with the reason; below 30 it is marked as too few and not ranked. Own bureaus and whole areas are never added together.',
      },
    ],
  },
  {
    id: 'formats',
    title: { zh: '格式', en: 'Formats' },
    paragraphs: [
      {
        zh: '表格类接口的路径后加 .csv 或 .xlsx 得到同样的行；.csv-metadata.json 说明各列（CSVW）；?bom=1 供 Excel 直接打开。CSV 按 RFC 4180，文字单元格若会被当作公式则前加撇号。各列含义见 /api/v1/columns.json，术语见 /api/v1/glossary.json。多维数据见 /api/v1/cube.json-stat（JSON-stat 2.0）。',
        en: 'The path of a table with .csv or .xlsx gives the same rows; .csv-metadata.json says what its columns are (CSVW); ?bom=1 is for Excel. CSV follows RFC 4180; a text cell that a spreadsheet would take for a formula has an apostrophe in front. Columns: /api/v1/columns.json, terms: /api/v1/glossary.json, cubes: /api/v1/cube.json-stat (JSON-stat 2.0).',
      },
      {
        zh: '整套数据按年、按省、按表分文件，附校验和，见 /api/v1/datapackage.json（Frictionless）、/api/v1/catalogue.jsonld（DCAT）。要大量数据请取整套，不必逐页请求。',
        en: 'The whole set comes as files by year, province and table, with checksums: /api/v1/datapackage.json (Frictionless), /api/v1/catalogue.jsonld (DCAT). For much data take these rather than page by page.',
      },
    ],
  },
  {
    id: 'versions',
    title: { zh: '版本与缓存', en: 'Versions and caching' },
    paragraphs: [
      {
        zh: '不带 v 的答案是现在公开的数字，可存 60 秒。带 ?v=版本号 的答案永远不变，可一直存着；此后撤回了什么见 /api/v1/releases/{版本号}。每个答案都有 ETag，以 If-None-Match 再问，未变则答 304。',
        en: 'Without v an answer is what is public now, to be kept for 60 seconds. With ?v=RELEASE it never changes and may be kept for ever; what was withdrawn since is told at /api/v1/releases/{release}. Every answer has an ETag: ask again with If-None-Match, and 304 says that nothing changed.',
      },
      {
        zh: '数据库有多个副本：把答案头中的 x-d1-bookmark 带到下一次请求，就不会读到更旧的数据。',
        en: 'The database has copies: show the x-d1-bookmark of an answer with the next request, and you read nothing older.',
      },
    ],
  },
  {
    id: 'paging',
    title: { zh: '分页', en: 'Paging' },
    paragraphs: [
      {
        zh: '列表按页给出。下一页的地址在 Link 头（rel="next"）中，cursor 也在 next_cursor 中；为 null 就是到了最后。某页可能没有条目而仍有下一页。',
        en: 'Lists come in pages. The next one is at Link: rel="next", its cursor also in next_cursor; null is the end. A page may be empty and lead on all the same.',
      },
    ],
  },
  {
    id: 'errors',
    title: { zh: '错误与限速', en: 'Errors and limits' },
    paragraphs: [
      {
        zh: '错误按 RFC 9457 以 application/problem+json 答复，errors 指明哪个参数、为什么、可以用什么。不认识的参数不理会，无效的参数答 400。每个地址每分钟 600 次请求，超过答 429，Retry-After 说明多少秒后再来。',
        en: 'Errors are application/problem+json (RFC 9457); errors say which parameter, why, and what is allowed. Unknown parameters are ignored, invalid ones answer 400. An address may make 600 requests a minute; beyond that 429 with Retry-After in seconds.',
      },
    ],
  },
  {
    id: 'promise',
    title: { zh: '稳定承诺', en: 'What we promise' },
    paragraphs: [
      {
        zh: '/api/v1 之内不做会让既有程序失效的改动：路径、参数、字段不会去掉，含义不会改变，编号永久；可能新增路径、可选参数和字段，请忽略不认识的字段。某项若要停用，先以 Deprecation 和 Sunset 头预告至少 12 个月，并写入更新记录。',
        en: 'Nothing inside /api/v1 will break a program that works: no path, parameter or field goes away or changes its meaning, and ids are permanent. Paths, optional parameters and fields may be added: ignore what you do not know. What is to end is announced by Deprecation and Sunset headers for at least 12 months, and in the change log.',
      },
    ],
  },
]
