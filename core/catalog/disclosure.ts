import type { Axis, Edition, Kind, Label, TableId, Unit } from './table.ts'

interface DisclosureFigure extends Label {
  /** Permanent small number for storage. Never reused. */
  readonly key: number
  readonly unit?: Unit
  readonly kind?: Kind
}

/** Every figure of part 二, both editions. */
export const disclosureFigures = {
  regulations_made: { key: 1, zh: '规章制发件数', en: 'Regulations made' },
  regulations_repealed: { key: 2, zh: '规章废止件数', en: 'Regulations repealed' },
  regulations_valid: { key: 3, zh: '现行有效规章件数', en: 'Regulations in force' },
  norms_made: { key: 4, zh: '行政规范性文件制发件数', en: 'Normative documents made' },
  norms_repealed: { key: 5, zh: '行政规范性文件废止件数', en: 'Normative documents repealed' },
  norms_valid: { key: 6, zh: '现行有效行政规范性文件件数', en: 'Normative documents in force' },
  licences_decided: { key: 7, zh: '行政许可处理决定数量', en: 'Licensing decisions' },
  penalties_decided: { key: 8, zh: '行政处罚处理决定数量', en: 'Penalty decisions' },
  coercion_decided: { key: 9, zh: '行政强制处理决定数量', en: 'Coercion decisions' },
  fees_collected_wan: {
    key: 10,
    zh: '行政事业性收费金额',
    en: 'Administrative fees collected',
    unit: 'wan',
    kind: 'amount',
  },
  regulations_opened: { key: 11, zh: '规章新公开数量', en: 'Regulations newly disclosed' },
  regulations_open_total: {
    key: 12,
    zh: '规章对外公开总数量',
    en: 'Regulations disclosed in total',
  },
  norms_opened: { key: 13, zh: '规范性文件新公开数量', en: 'Normative documents newly disclosed' },
  norms_open_total: {
    key: 14,
    zh: '规范性文件对外公开总数量',
    en: 'Normative documents disclosed in total',
  },
  licence_items_prev: {
    key: 15,
    zh: '行政许可上一年项目数量',
    en: 'Licence items, previous year',
    unit: 'project',
  },
  licence_items_change: {
    key: 16,
    zh: '行政许可项目本年增/减',
    en: 'Licence items, change',
    unit: 'project',
    kind: 'signed',
  },
  service_items_prev: {
    key: 17,
    zh: '其他对外管理服务事项上一年项目数量',
    en: 'Other service items, previous year',
    unit: 'project',
  },
  service_items_change: {
    key: 18,
    zh: '其他对外管理服务事项本年增/减',
    en: 'Other service items, change',
    unit: 'project',
    kind: 'signed',
  },
  services_decided: {
    key: 19,
    zh: '其他对外管理服务事项处理决定数量',
    en: 'Other service decisions',
  },
  penalty_items_prev: {
    key: 20,
    zh: '行政处罚上一年项目数量',
    en: 'Penalty items, previous year',
    unit: 'project',
  },
  penalty_items_change: {
    key: 21,
    zh: '行政处罚项目本年增/减',
    en: 'Penalty items, change',
    unit: 'project',
    kind: 'signed',
  },
  coercion_items_prev: {
    key: 22,
    zh: '行政强制上一年项目数量',
    en: 'Coercion items, previous year',
    unit: 'project',
  },
  coercion_items_change: {
    key: 23,
    zh: '行政强制项目本年增/减',
    en: 'Coercion items, change',
    unit: 'project',
    kind: 'signed',
  },
  fee_items_prev: {
    key: 24,
    zh: '行政事业性收费上一年项目数量',
    en: 'Fee items, previous year',
    unit: 'project',
  },
  fee_items_change: {
    key: 25,
    zh: '行政事业性收费项目本年增/减',
    en: 'Fee items, change',
    unit: 'project',
    kind: 'signed',
  },
  procurement_items: {
    key: 26,
    zh: '政府集中采购项目数量',
    en: 'Central procurement projects',
    unit: 'project',
  },
  procurement_amount: {
    key: 27,
    zh: '政府集中采购总金额',
    en: 'Central procurement amount',
    unit: 'printed',
    kind: 'amount',
  },
} as const satisfies Record<string, DisclosureFigure>

export type DisclosureFigureId = keyof typeof disclosureFigures

/** One block of part 二: an item of article 20 (第二十条) with its own header row. */
export interface DisclosureBlock {
  readonly clause: Label
  readonly columns: readonly Axis[]
  readonly rows: readonly (Axis & { readonly figures: readonly DisclosureFigureId[] })[]
}

const clause = (n: string, arabic: number): Label => ({
  zh: `第二十条第（${n}）项`,
  en: `Article 20 (${arabic})`,
})

const made2021: Axis = { zh: '本年制发件数', en: 'Made this year', aka: ['本年新制发数量'] }
const repealed: Axis = {
  zh: '本年废止件数',
  en: 'Repealed this year',
  aka: ['废止数量', '本年度止件数'],
}
const valid: Axis = { zh: '现行有效件数', en: 'In force', aka: ['现行有效数量', '现行有效件'] }
const decided2021: Axis = { zh: '本年处理决定数量', en: 'Decisions this year' }
const itemsPrev: Axis = { zh: '上一年项目数量', en: 'Items, previous year' }
const change: Axis = { zh: '本年增/减', en: 'Change this year' }
const decided2019: Axis = { zh: '处理决定数量', en: 'Decisions' }

const regulations: Axis = { zh: '规章', en: 'Regulations' }
const norms2021: Axis = { zh: '行政规范性文件', en: 'Normative documents', aka: ['规范性文件'] }
const norms2019: Axis = { zh: '规范性文件', en: 'Normative documents', aka: ['行政规范性文件'] }
const licences: Axis = { zh: '行政许可', en: 'Licences' }
const penalties: Axis = { zh: '行政处罚', en: 'Penalties' }
const coercion: Axis = { zh: '行政强制', en: 'Coercion' }
const fees: Axis = { zh: '行政事业性收费', en: 'Administrative fees', aka: ['行政事业型收费'] }

const blocks2021: readonly DisclosureBlock[] = [
  {
    clause: clause('一', 1),
    columns: [made2021, repealed, valid],
    rows: [
      {
        ...regulations,
        figures: ['regulations_made', 'regulations_repealed', 'regulations_valid'],
      },
      { ...norms2021, figures: ['norms_made', 'norms_repealed', 'norms_valid'] },
    ],
  },
  {
    clause: clause('五', 5),
    columns: [decided2021],
    rows: [{ ...licences, figures: ['licences_decided'] }],
  },
  {
    clause: clause('六', 6),
    columns: [decided2021],
    rows: [
      { ...penalties, figures: ['penalties_decided'] },
      { ...coercion, figures: ['coercion_decided'] },
    ],
  },
  {
    clause: clause('八', 8),
    columns: [
      {
        zh: '本年收费金额（单位：万元）',
        en: 'Collected this year (10,000 yuan)',
        aka: ['本年收费金额'],
      },
    ],
    rows: [{ ...fees, figures: ['fees_collected_wan'] }],
  },
]

const blocks2019: readonly DisclosureBlock[] = [
  {
    clause: clause('一', 1),
    columns: [
      { zh: '本年新制作数量', en: 'Made this year' },
      { zh: '本年新公开数量', en: 'Disclosed this year' },
      { zh: '对外公开总数量', en: 'Disclosed in total' },
    ],
    rows: [
      {
        ...regulations,
        figures: ['regulations_made', 'regulations_opened', 'regulations_open_total'],
      },
      { ...norms2019, figures: ['norms_made', 'norms_opened', 'norms_open_total'] },
    ],
  },
  {
    clause: clause('五', 5),
    columns: [itemsPrev, change, decided2019],
    rows: [
      {
        ...licences,
        figures: ['licence_items_prev', 'licence_items_change', 'licences_decided'],
      },
      {
        zh: '其他对外管理服务事项',
        en: 'Other services to the public',
        figures: ['service_items_prev', 'service_items_change', 'services_decided'],
      },
    ],
  },
  {
    clause: clause('六', 6),
    columns: [itemsPrev, change, decided2019],
    rows: [
      {
        ...penalties,
        figures: ['penalty_items_prev', 'penalty_items_change', 'penalties_decided'],
      },
      {
        ...coercion,
        figures: ['coercion_items_prev', 'coercion_items_change', 'coercion_decided'],
      },
    ],
  },
  {
    clause: clause('八', 8),
    columns: [itemsPrev, change],
    rows: [{ ...fees, figures: ['fee_items_prev', 'fee_items_change'] }],
  },
  {
    clause: clause('九', 9),
    columns: [
      { zh: '采购项目数量', en: 'Procurement projects' },
      { zh: '采购总金额', en: 'Procurement amount' },
    ],
    rows: [
      {
        zh: '政府集中采购',
        en: 'Central government procurement',
        figures: ['procurement_items', 'procurement_amount'],
      },
    ],
  },
]

/** Part 二 of the form: what the bureau disclosed on its own initiative. */
export const disclosure = {
  id: 'disclosure' satisfies TableId,
  part: '二',
  zh: '主动公开政府信息情况',
  en: 'Information disclosed on own initiative',
  blocks: { '2019': blocks2019, '2021': blocks2021 } satisfies Record<
    Edition,
    readonly DisclosureBlock[]
  >,
} as const
