import { BureauParam } from '../../routes/bureaus.ts'
import { ReportParam } from '../../routes/parameters.ts'
import { ReportQuery } from '../../routes/reports.ts'
import { BureauChart, BureauView, CompareChart, CompareView } from '../../routes/view-queries.ts'
import type { Operation } from '../operation.ts'
import { reportAnswer } from './reports.ts'
import { seriesAnswer } from './series.ts'

const drawn = {
  zh: '自带标题、说明与出处的图。单位以原文为准的金额不作图。',
  en: 'A picture with title, description and source of its own. Amounts in the unit printed are not drawn.',
} as const

/** The pages as files: the address of the page with an ending behind its path. */
export const viewOperations: readonly Operation[] = [
  {
    path: '/b/{bureau}.json',
    title: { zh: '机关页的数字', en: 'The figures of a bureau’s page' },
    about: {
      zh: '与页面同样的参数；不给 figure 时是页面默认的三项。',
      en: 'With the parameters of the page; without figure the three that the page shows.',
    },
    params: BureauParam,
    query: BureauView,
    answer: seriesAnswer,
    examples: [
      '/b/321300-0001.json',
      '/b/410307-0001.json?figure=penalties_decided&from=2020&to=2024',
      '/b/000100-0004.json?figure=disclosure_rate&v=RELEASE',
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
      '/compare.svg?bureaus=321300-0001,321322-0001&figure=requests_new.total&lang=en&v=RELEASE',
    ],
  },
]
