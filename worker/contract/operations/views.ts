import { AreaChart } from '../../routes/area-svg.ts'
import { AreaParam, AreaView } from '../../routes/area-view.ts'
import { BureauParam } from '../../routes/bureaus.ts'
import { ReportParam } from '../../routes/parameters.ts'
import { ProofParam, ProofQuery } from '../../routes/proofs.ts'
import { ReportQuery } from '../../routes/reports.ts'
import {
  BureauChart,
  BureauView,
  CompareChart,
  CompareView,
  FigureChart,
  FigureParam,
  FigureView,
  ReportChart,
} from '../../routes/view-queries.ts'
import type { Operation } from '../operation.ts'
import { totalsAnswer } from './areas.ts'
import { proof } from './proofs.ts'
import { reportAnswer } from './reports.ts'
import { seriesAnswer } from './series.ts'

const drawn = {
  zh: '自带标题、说明与出处的图。单位以原文为准的金额不作图。',
  en: 'A picture with title, description and source of its own. Amounts in the unit printed are not drawn.',
} as const

const ofArea = {
  zh: '与 /api/v1/totals 同样的合计与比率；不给 figure 时是页面的全部指标。scope=area 须同时给 level：各级的全区域汇总互相包含，不能一起相加。',
  en: 'The sums and rates of /api/v1/totals; without figure those of the page. scope=area needs a level: whole areas of several levels hold one another.',
} as const

/** The pages as files: the address of the page with an ending behind its path. */
export const viewOperations: readonly Operation[] = [
  {
    path: '/b/{bureau}.json',
    title: { zh: '机关页的数字', en: 'The figures of a bureau’s page' },
    about: {
      zh: '与页面同样的参数：figure 选指标，chart 选页面上有名称的图（它的全部指标）；都不给时是最主要的三项。',
      en: 'With the parameters of the page: figure for figures, chart for charts that the page has a name for, with every figure of them; without both the three main figures.',
    },
    params: BureauParam,
    query: BureauView,
    answer: seriesAnswer,
    examples: [
      '/b/321300-0001.json',
      '/b/410307-0001.json?figure=penalties_decided&from=2020&to=2024',
      '/b/000100-0004.json?figure=disclosure_rate&v=RELEASE',
      '/b/000100-0004.json?chart=outcomes',
    ],
    table: true,
  },
  {
    path: '/b/{bureau}.svg',
    title: { zh: '机关页的图', en: 'The picture of a bureau’s page' },
    about: drawn,
    params: BureauParam,
    query: BureauChart,
    answer: 'image/svg+xml',
    examples: [
      '/b/321300-0001.svg',
      '/b/410307-0001.svg?figure=penalties_decided&lang=en',
      '/b/000100-0004.svg?chart=outcomes,reviews&mode=share',
      '/b/321300-0001.svg?v=RELEASE',
    ],
  },
  {
    path: '/b/{bureau}/{year}.json',
    title: { zh: '报告页的数字', en: 'The figures of a report’s page' },
    params: ReportParam,
    query: ReportQuery,
    answer: reportAnswer,
    examples: ['/b/410307-0001/2024.json', '/b/321300-0001/2023.json?v=RELEASE'],
    table: true,
  },
  {
    path: '/b/{bureau}/{year}.svg',
    title: { zh: '报告页的图', en: 'The picture of a report’s page' },
    about: {
      zh: '申请从收到、办理到结转。报告没有表三的，图中写明。',
      en: 'Requests from received through handled to carried over. Where the report has no part 3, the picture says so.',
    },
    params: ReportParam,
    query: ReportChart,
    answer: 'image/svg+xml',
    examples: ['/b/321300-0001/2023.svg', '/b/321300-0001/2023.svg?lang=en&v=RELEASE'],
  },
  {
    path: '/proof/{bureau}/{year}/{rule}.json',
    title: { zh: '一项核对的两边', en: 'Both sides of a check' },
    about: {
      zh: '编号由规则和所指的行、列或分组组成，永不改变：T3-ROW.行（六类申请人之和等于总计）、T3-COL.列（各项结果之和等于总计）、T3-ID.列（新收加结转等于办理加结转）、T4-SUM.分组、X-CARRY.列（上年结转与上一年报告）、X-VALID.regulations 或 norms、X-2019.项目。行、列、分组的写法同指标编号。X- 开头的只有现在的，不能带 v。',
      en: 'The id is a rule and the row, column or block that it is about; it never changes: T3-ROW.ROW (six kinds of applicants make the total), T3-COL.COLUMN (outcomes make the total), T3-ID.COLUMN (new and carried in equal handled and carried out), T4-SUM.BLOCK, X-CARRY.COLUMN (carried in, and last year’s report), X-VALID.regulations or norms, X-2019.ITEM. Rows, columns and blocks are spelled as in ids of figures. Those that begin with X- are of now only: not with v.',
    },
    params: ProofParam,
    query: ProofQuery,
    answer: proof,
    examples: [
      '/proof/410307-0001/2024/T3-ID.total.json',
      '/proof/320813-0001/2023/T4-SUM.review.json',
      '/proof/321300-0001/2024/X-CARRY.total.json',
      '/proof/321300-0001/2023/T3-ROW.requests_new.json?v=RELEASE',
    ],
  },
  {
    path: '/d/{division}.json',
    title: { zh: '地区页的合计', en: 'The sums of an area’s page' },
    about: ofArea,
    params: AreaParam,
    query: AreaView,
    answer: totalsAnswer,
    examples: [
      '/d/410000.json',
      '/d/321300.json?scope=area&level=prefecture',
      '/d/000100.json?figure=requests_new.total&by=inside&v=RELEASE',
    ],
    table: true,
    paged: true,
  },
  {
    path: '/d/{division}.svg',
    title: { zh: '地区页的图', en: 'The picture of an area’s page' },
    about: drawn,
    params: AreaParam,
    query: AreaChart,
    answer: 'image/svg+xml',
    examples: [
      '/d/410000.svg',
      '/d/321300.svg?scope=area&level=prefecture&chart=licences&scale=log&lang=en',
      '/d/000100.svg?chart=outcomes&mode=count&v=RELEASE',
    ],
  },
  {
    path: '/index.json',
    title: { zh: '首页的合计', en: 'The sums of the home page' },
    about: ofArea,
    query: AreaView,
    answer: totalsAnswer,
    examples: ['/index.json', '/index.json?figure=licences_decided&by=inside&from=2020&v=RELEASE'],
    table: true,
    paged: true,
  },
  {
    path: '/index.svg',
    title: { zh: '首页的图', en: 'The picture of the home page' },
    about: drawn,
    query: AreaChart,
    answer: 'image/svg+xml',
    examples: ['/index.svg', '/index.svg?chart=requests&v=RELEASE'],
  },
  {
    path: '/f/{figure}.json',
    title: { zh: '指标页的数字', en: 'The figures of a figure’s page' },
    about: {
      zh: '一项指标或比率各地的合计，同 /api/v1/totals；by=area 是该地区历年。scope=area 须同时给 level。',
      en: 'Sums of a figure or a rate by area, as /api/v1/totals has them; by=area: the area itself over the years. scope=area needs a level.',
    },
    params: FigureParam,
    query: FigureView,
    answer: totalsAnswer,
    examples: [
      '/f/licences_decided.json',
      '/f/penalties_decided.json?collection=made-up&year=2024',
      '/f/disclosure_rate.json?collection=made-up&by=area&v=RELEASE',
    ],
    table: true,
    paged: true,
  },
  {
    path: '/f/{figure}.svg',
    title: { zh: '指标页的图', en: 'The picture of a figure’s page' },
    about: {
      zh: '各地合计、历年合计、各机关的分布；不能相加的写明原因。',
      en: 'Sums by area, over the years, and how bureaus are spread; of what cannot be added the reason.',
    },
    params: FigureParam,
    query: FigureChart,
    answer: 'image/svg+xml',
    examples: [
      '/f/licences_decided.svg',
      '/f/disclosure_rate.svg?collection=made-up&chart=areas&lang=en&v=RELEASE',
    ],
  },
  {
    path: '/compare.json',
    title: { zh: '比较页的数字', en: 'The figures of a comparison' },
    query: CompareView,
    answer: seriesAnswer,
    examples: [
      '/compare.json?bureaus=321300-0001,321322-0001',
      '/compare.json?bureaus=321300-0001,321322-0001&figure=requests_new.total,disclosure_rate&v=RELEASE',
    ],
    table: true,
  },
  {
    path: '/compare.svg',
    title: { zh: '比较页的图', en: 'The picture of a comparison' },
    about: drawn,
    query: CompareChart,
    answer: 'image/svg+xml',
    examples: [
      '/compare.svg?bureaus=321300-0001,321322-0001',
      '/compare.svg?bureaus=321300-0001,321322-0001&figure=requests_new.total,disclosure_rate&facet=bureau&lang=en&v=RELEASE',
      '/compare.svg?bureaus=321300-0001,321322-0001&mode=index&with=median',
    ],
  },
]
