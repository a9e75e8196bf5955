import { type FigureId, applicantIds, figures } from './index.ts'
import type { Label } from './table.ts'

/**
 * How figures of the 2019 edition stand to those of 2021. `same`: one series; `wider`: 2021 counts more; `narrower`: it
 * counts less; `none`: nothing of the kind, or something else under a like name. Only `same` may be drawn as one line.
 */
export type Relation = 'same' | 'wider' | 'narrower' | 'none'

/** One line of the crosswalk. More than one figure on a side: their sum; none: the edition has no such figure. */
export interface Crossing {
  readonly from2019: readonly FigureId[]
  readonly to2021: readonly FigureId[]
  readonly relation: Relation
  readonly note: Label
}

const unchanged: Label = { zh: '两版相同', en: 'The same in both editions' }

/** Figures of both editions whose wording changed. */
const reworded: Readonly<Partial<Record<FigureId, Label>>> = {
  regulations_made: {
    zh: '“本年新制作数量”改称“本年制发件数”',
    en: '“Newly made” became “made and issued”',
  },
  norms_made: {
    zh: '“规范性文件·本年新制作数量”改称“行政规范性文件·本年制发件数”',
    en: '“Newly made” became “made and issued”; 2021 adds “administrative” to the name',
  },
  licences_decided: {
    zh: '“处理决定数量”改称“本年处理决定数量”',
    en: '“Decisions” became “decisions this year”',
  },
  penalties_decided: {
    zh: '“处理决定数量”改称“本年处理决定数量”',
    en: '“Decisions” became “decisions this year”',
  },
  coercion_decided: {
    zh: '“处理决定数量”改称“本年处理决定数量”',
    en: '“Decisions” became “decisions this year”',
  },
}

/** Pairs that look alike and are not: the old figure, the new one, why. */
const lookalikes: readonly (readonly [FigureId, FigureId, Label])[] = [
  ...(['regulations', 'norms'] as const).map(
    (row) =>
      [
        `${row}_open_total`,
        `${row}_valid`,
        {
          zh: '对外公开总数含已失效的文件，现行有效不含：不可接续',
          en: 'Everything ever disclosed, repealed or not, against what is in force: not one series',
        },
      ] as const,
  ),
  [
    'fee_items_prev',
    'fees_collected_wan',
    {
      zh: '收费项目的个数与收费金额（万元）：不可接续',
      en: 'A number of kinds of fees against money: not one series',
    },
  ],
]

const paired = new Set<FigureId>(lookalikes.flatMap(([from, to]) => [from, to]))

const pairs: readonly Crossing[] = lookalikes.map(([from, to, note]) => ({
  from2019: [from],
  to2021: [to],
  relation: 'none',
  note,
}))

/** （六）其他处理: one row in 2019, three in 2021. */
const otherRows = [
  'outcome_other_overdue_correction',
  'outcome_other_overdue_fee',
  'outcome_other_misc',
] as const

const others: readonly Crossing[] = applicantIds.flatMap((column): Crossing[] => {
  const from2019: readonly FigureId[] = [`outcome_other.${column}`]
  const rows = otherRows.map((row): FigureId => `${row}.${column}`)
  return [
    {
      from2019,
      to2021: rows,
      relation: 'same',
      note: {
        zh: '一行拆为三行，三行之和与原行相同',
        en: 'One row became three; their sum is the same',
      },
    },
    ...rows.map((row): Crossing => ({
      from2019,
      to2021: [row],
      relation: 'narrower',
      note: { zh: '只是原行的一部分', en: 'Only a part of the former row' },
    })),
  ]
})

const isOther = (id: FigureId): boolean => id.startsWith('outcome_other')

const only = (edition: '2019' | '2021'): readonly Crossing[] =>
  figures
    .filter(({ id, editions }) => editions.length === 1 && editions[0] === edition && !isOther(id))
    .filter(({ id }) => !paired.has(id))
    .map(({ id }) => ({
      from2019: edition === '2019' ? [id] : [],
      to2021: edition === '2021' ? [id] : [],
      relation: 'none',
      note: { zh: `只有${edition}年版有此项`, en: `Only the ${edition} edition has it` },
    }))

const both: readonly Crossing[] = figures
  .filter(({ editions }) => editions.length === 2)
  .map(({ id }) => ({
    from2019: [id],
    to2021: [id],
    relation: 'same',
    note: reworded[id] ?? unchanged,
  }))

/** The editions of 2019 and 2021 side by side: every figure of either stands in at least one line. */
export const crosswalk: readonly Crossing[] = [
  ...both,
  ...others,
  ...pairs,
  ...only('2019'),
  ...only('2021'),
]

/** The lines in which a figure stands. */
export const crossings = (id: FigureId): readonly Crossing[] =>
  crosswalk.filter(({ from2019, to2021 }) => from2019.includes(id) || to2021.includes(id))
