import * as v from 'valibot'
import { editions } from '#core/catalog/table.ts'
import type { Operation } from '../operation.ts'
import { Label, Meta, count, figureEntry, orNull, text } from '../shared.ts'

const ids = v.array(text)
const LegalBasis = v.strictObject({
  zh: text,
  en: text,
  known: v.picklist(['form', 'background', 'practice']),
})
const Crossing = v.strictObject({
  from_2019: ids,
  to_2021: ids,
  relation: v.picklist(['same', 'wider', 'narrower', 'none']),
  note: Label,
})
const Quantity = v.strictObject({ plus: ids, minus: ids, or: ids })

const EditionParam = v.object({ edition: v.picklist(editions) })

const exchange: Pick<Operation, 'params' | 'title'> = {
  params: EditionParam,
  title: { zh: '一版表式的交换格式', en: 'Exchange format of an edition of the form' },
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const wordOperations: readonly Operation[] = [
  {
    path: '/api/v1/figures',
    title: { zh: '全部指标与比率', en: 'Every figure and every rate' },
    about: {
      zh: '编号永久不变。附单位、所在表格与表式、法律依据、两版表式的对应，比率的分子与分母。',
      en: 'Ids are permanent. With unit, table and editions of the form, legal basis, how the editions correspond, numerator and denominator of rates.',
    },
    answer: v.strictObject({
      meta: Meta,
      figures: v.array(
        v.strictObject({
          ...figureEntry,
          legal_basis: LegalBasis,
          crosswalk: v.array(Crossing),
        }),
      ),
      indicators: v.array(
        v.strictObject({
          id: text,
          zh: text,
          en: text,
          formula: Label,
          numerator: Quantity,
          denominator: Quantity,
          kind: v.picklist(['share', 'ratio']),
          direction: v.picklist(['none', 'more', 'less']),
          min_n: count,
        }),
      ),
    }),
    examples: ['/api/v1/figures'],
    table: true,
  },
  {
    path: '/api/v1/crosswalk',
    title: { zh: '2019 与 2021 版表式的对应', en: 'The forms of 2019 and 2021 side by side' },
    about: {
      zh: '只有 same 的两边是同一条序列。',
      en: 'Only both sides of same are one series.',
    },
    answer: v.strictObject({ meta: Meta, crosswalk: v.array(Crossing) }),
    examples: ['/api/v1/crosswalk'],
    table: true,
  },
  {
    path: '/api/v1/glossary.json',
    title: { zh: '术语', en: 'Glossary' },
    about: {
      zh: '指标、比率、状态、规则、系统等每个词的含义与法律依据。',
      en: 'What every word means, with its legal basis: figures, rates, states, rules, sectors and so on.',
    },
    answer: v.strictObject({
      meta: Meta,
      terms: v.array(
        v.strictObject({
          id: text,
          zh: text,
          en: text,
          definition: Label,
          legal_basis: orNull(LegalBasis),
        }),
      ),
    }),
    examples: ['/api/v1/glossary.json'],
    table: true,
  },
  {
    path: '/api/v1/columns.json',
    title: { zh: '各文件的列', en: 'Columns of the files' },
    about: {
      zh: '同名的列在每个文件中含义相同。',
      en: 'A column means the same in every file.',
    },
    answer: v.strictObject({
      meta: Meta,
      columns: v.array(
        v.strictObject({
          id: text,
          zh: text,
          en: text,
          datatype: v.picklist(['string', 'integer', 'number', 'date', 'dateTime']),
          about: Label,
        }),
      ),
    }),
    examples: ['/api/v1/columns.json'],
  },
  {
    ...exchange,
    path: '/schema/{edition}.json',
    about: {
      zh: '一份报告的数字以什么样的 JSON 交换（JSON Schema 2020-12）。',
      en: 'The JSON that figures of a report are exchanged in (JSON Schema 2020-12).',
    },
    answer: v.looseObject({ $schema: text, title: text }),
    type: 'application/schema+json',
    examples: ['/schema/2021.json', '/schema/2019.json'],
  },
  {
    ...exchange,
    path: '/schema/{edition}.csv',
    about: {
      zh: '空表：每个机关每年一行，每个指标一列。',
      en: 'The empty table: a row for a bureau and year, a column for a figure.',
    },
    answer: 'text/csv',
    examples: ['/schema/2021.csv'],
  },
  {
    ...exchange,
    path: '/schema/{edition}.xlsx',
    about: { zh: '同样的空表，电子表格。', en: 'The same empty table as a workbook.' },
    answer: workbook,
    examples: ['/schema/2021.xlsx'],
  },
]
