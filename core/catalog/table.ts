/** Chinese is the legal text; English is for readers abroad. */
export interface Label {
  readonly zh: string
  readonly en: string
}

/** The three tables of the form: parts 二, 三 and 四 of the report. */
export const tableIds = ['disclosure', 'requests', 'reviews'] as const
export type TableId = (typeof tableIds)[number]

/** Form editions: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. */
export const editions = ['2019', '2021'] as const
export type Edition = (typeof editions)[number]

/**
 * The form that one table of a report follows. `any`: the table is the same in both editions (part 四).
 * `null`: the table is there, but breaks off before the row that tells.
 */
export type TableEdition = Edition | 'any' | null

/** `item` 件, `project` 项, `wan` 万元 (10,000 yuan), `printed`: the unit is whatever the bureau printed. */
export type Unit = 'item' | 'project' | 'wan' | 'printed'

export const unitLabels: Readonly<Record<Unit, Label>> = {
  item: { zh: '件', en: 'items' },
  project: { zh: '项', en: 'projects' },
  wan: { zh: '万元', en: '10,000 yuan' },
  printed: { zh: '单位以原文为准', en: 'unit as printed' },
}

/** What a figure may be: a count (0, 1, 2 …), a signed whole number, or an amount with decimals (≥ 0). */
export type Kind = 'count' | 'signed' | 'amount'

/** A column or a row of the form, with its official wording and other wordings seen in real reports. */
export interface Axis extends Label {
  readonly aka?: readonly string[]
}
