import type { Label } from '#core/catalog/table.ts'

interface SectorEntry extends Label {
  readonly id: string
  /** Permanent small number for storage, from 1. Never reused; 0 stands for all sectors. */
  readonly key: number
  /** A name with these words belongs here, unless an earlier entry has taken it. */
  readonly words: RegExp
}

/** A functional zone, at the end of a name or anywhere in it. */
const zone =
  '(?:高新区|高新技术产业(?:开发)?区|开发区|新区|新城|示范区|试验区|合作区|自贸区|自由贸易港|保税区|保税港区|度假区|风景名?胜?区|景区|工业园区?|产业园区?|科技园区?|园区|管理区)'

/** The committee of a zone. 城市管理委员会 and 国有资产监督管理委员会 are no such committees. */
const zoneCommittee = `(?:${zone}|[区岛港])(?:管理委员会|管委会)`

/** Whether a name has a functional zone in it: the bureau belongs to the zone, not to the whole city. */
export const namesZone = (name: string): boolean => zonePattern.test(name)

const zonePattern = new RegExp(zone)

/** Everything else: every name matches. */
const otherSector = {
  id: 'other',
  key: 50,
  zh: '其他',
  en: 'Other',
  words: /(?:)/,
} as const satisfies SectorEntry

/**
 * 系统: what bureaus work on, in the order in which names are tried. Form of the name comes first (a town's government is
 * a township whatever its name says), then the special before the general: 交通警察 are police, 文化市场综合行政执法
 * is culture.
 */
export const sectors = [
  {
    id: 'township',
    key: 3,
    zh: '乡镇街道',
    en: 'Townships',
    words:
      /(?:(?:镇|乡|苏木)(?:人民)?政府|街道(?:办事处|办)?|地区办事处|(?<!景德)镇|.{2}乡|苏木)(?:办公室)?$/,
  },
  {
    id: 'general_office',
    key: 2,
    zh: '政府办公厅（室）',
    en: 'Government office',
    words: new RegExp(`(?:政府|行政公署|${zoneCommittee})办公(?:室|厅)$|政府办$`),
  },
  {
    id: 'government',
    key: 1,
    zh: '政府',
    en: 'Government',
    words: /(?:政府|行政公署)$/,
  },
  {
    id: 'zone',
    key: 28,
    zh: '功能区',
    en: 'Functional zones',
    words: new RegExp(`(?:${zone}|${zoneCommittee})$`),
  },
  {
    id: 'public_security',
    key: 12,
    zh: '公安',
    en: 'Public security',
    // 公安县 is a place.
    words: /公安(?!县)|交通警察|交警/,
  },
  { id: 'justice', key: 13, zh: '司法行政', en: 'Justice', words: /司法|监狱|戒毒/ },
  { id: 'tax', key: 27, zh: '税务', en: 'Tax', words: /税务/ },
  { id: 'customs', key: 29, zh: '海关', en: 'Customs', words: /(?<!山)海关/ },
  { id: 'fire', key: 30, zh: '消防救援', en: 'Fire and rescue', words: /消防/ },
  { id: 'meteorology', key: 31, zh: '气象', en: 'Meteorology', words: /气象/ },
  { id: 'statistics', key: 22, zh: '统计', en: 'Statistics', words: /统计/ },
  { id: 'audit', key: 21, zh: '审计', en: 'Audit', words: /审计/ },
  {
    id: 'medical_insurance',
    key: 32,
    zh: '医疗保障',
    en: 'Healthcare security',
    words: /医疗保障|医疗保险|医保/,
  },
  { id: 'petitions', key: 33, zh: '信访', en: 'Petitions', words: /信访/ },
  {
    id: 'culture_tourism',
    key: 4,
    zh: '文化旅游',
    en: 'Culture and tourism',
    words: /文化|文旅|文体|旅游|广电|广播|文物/,
  },
  { id: 'education', key: 5, zh: '教育', en: 'Education', words: /教育|教体|文教|教委/ },
  { id: 'sport', key: 34, zh: '体育', en: 'Sport', words: /体育/ },
  {
    id: 'health',
    key: 6,
    zh: '卫生健康',
    en: 'Health',
    words: /卫生健康|卫健|卫生(?:和|与)?计划生育|卫计|卫生计生|卫生局|疾病预防控制|疾控|中医药/,
  },
  {
    id: 'emergency',
    key: 7,
    zh: '应急管理',
    en: 'Emergency management',
    words: /应急|安全生产|安监|地震|煤矿安全/,
  },
  {
    id: 'market_supervision',
    key: 8,
    zh: '市场监管',
    en: 'Market supervision',
    words: /市场监督|市场监管|市监局|工商行政|工商局|质量技术监督|质监|食品药品|药品监督|知识产权/,
  },
  {
    id: 'administrative_approval',
    key: 35,
    zh: '行政审批与政务服务',
    en: 'Approvals and government services',
    words: /行政审批|政务服务|政务中心|营商环境|公共资源交易/,
  },
  { id: 'data', key: 36, zh: '数据', en: 'Data', words: /数据|数字经济|数字化/ },
  {
    id: 'veterans',
    key: 26,
    zh: '退役军人',
    en: 'Veterans',
    words: /退役军人/,
  },
  {
    id: 'human_resources',
    key: 19,
    zh: '人力资源社会保障',
    en: 'Human resources',
    words: /人力资源|人社|社会保障|社会保险|劳动就业/,
  },
  {
    id: 'civil_affairs',
    key: 11,
    zh: '民政',
    en: 'Civil affairs', // Not 人民政府.
    words: /民政(?!府)/,
  },
  {
    id: 'ethnic_religious',
    key: 37,
    zh: '民族宗教',
    en: 'Ethnic and religious affairs',
    words: /民族宗教|民族事务|宗教事务|民族和宗教|民宗/,
  },
  {
    id: 'civil_defence',
    key: 38,
    zh: '人民防空',
    en: 'Civil air defence',
    words: /人民防空|人防|国防动员/,
  },
  {
    id: 'housing',
    key: 9,
    zh: '住房城乡建设',
    en: 'Housing and construction',
    words:
      /住房|住建|住保|城乡建设|城市建设|城乡规划建设|房产|房屋|房管|建设局|建设委员会|公积金|城市更新/,
  },
  {
    id: 'transport',
    key: 10,
    zh: '交通运输',
    en: 'Transport',
    words: /交通|公路|铁路|港航|海事|邮政管理/,
  },
  {
    id: 'state_assets',
    key: 39,
    zh: '国有资产监管',
    en: 'State assets',
    words: /国有资产|国资委|国资局/,
  },
  { id: 'finance', key: 14, zh: '财政', en: 'Finance', words: /财政/ },
  {
    id: 'local_finance',
    key: 40,
    zh: '地方金融',
    en: 'Local financial regulation',
    words: /金融/,
  },
  {
    id: 'natural_resources',
    key: 15,
    zh: '自然资源',
    en: 'Natural resources',
    words: /自然资源|国土|规划局|规划分局|规划委员会|土地储备|不动产/,
  },
  {
    id: 'ecology',
    key: 16,
    zh: '生态环境',
    en: 'Ecology',
    words: /生态环境|环境保护|环保/,
  },
  {
    id: 'agriculture',
    key: 17,
    zh: '农业农村',
    en: 'Agriculture',
    words: /农业|农村|农牧|农林|农水|畜牧|渔业|水产/,
  },
  {
    id: 'rural_revitalisation',
    key: 41,
    zh: '乡村振兴',
    en: 'Rural revitalisation',
    words: /乡村振兴|扶贫/,
  },
  {
    id: 'forestry',
    key: 42,
    zh: '林业草原',
    en: 'Forestry and grassland',
    words: /林业|林草|草原|园林绿化局|园林局/,
  },
  {
    id: 'water',
    key: 18,
    zh: '水利',
    en: 'Water',
    words: /水利|水务|水资源|南水北调/,
  },
  {
    id: 'development_reform',
    key: 23,
    zh: '发展改革',
    en: 'Development and reform',
    words: /发展和改革|发展与改革|发展改革|发改|能源局/,
  },
  {
    id: 'industry_it',
    key: 24,
    zh: '工业信息化',
    en: 'Industry and IT',
    words: /工业(?:和|与)?信息|工信|经济(?:和|与)信息|经信|工业(?:和|与)科技/,
  },
  {
    id: 'science',
    key: 43,
    zh: '科学技术',
    en: 'Science and technology',
    words: /科学技术|科技/,
  },
  {
    id: 'commerce',
    key: 25,
    zh: '商务',
    en: 'Commerce',
    words: /商务|招商|投资促进|经济贸易|经贸/,
  },
  {
    id: 'grain',
    key: 44,
    zh: '粮食和物资储备',
    en: 'Grain and reserves',
    words: /粮食|物资储备/,
  },
  {
    id: 'urban_management',
    key: 20,
    zh: '城市管理',
    en: 'Urban management',
    words: /城市管理|城管|综合行政执法|综合执法|市政(?:公用|管理|园林)|环境卫生|环卫/,
  },
  {
    id: 'supply_marketing',
    key: 45,
    zh: '供销合作',
    en: 'Supply and marketing co-operatives',
    words: /供销/,
  },
  {
    id: 'government_affairs',
    key: 46,
    zh: '机关事务',
    en: 'Government property and services',
    words: /机关事务|事务管理局/,
  },
  {
    id: 'foreign_affairs',
    key: 47,
    zh: '外事侨务',
    en: 'Foreign and overseas Chinese affairs',
    words: /外事|侨务|港澳/,
  },
  {
    id: 'archives',
    key: 48,
    zh: '档案史志',
    en: 'Archives and local history',
    words: /档案|地方志|史志/,
  },
  { id: 'tobacco', key: 49, zh: '烟草专卖', en: 'Tobacco', words: /烟草/ },
  otherSector,
] as const satisfies readonly SectorEntry[]

export type SectorId = (typeof sectors)[number]['id']

/** The sector that a name belongs to, by its words; `other` where none decides. */
export const sectorOf = (name: string): SectorId =>
  sectors.find(({ words }) => words.test(name))?.id ?? 'other'

const byId: ReadonlyMap<string, (typeof sectors)[number]> = new Map(
  sectors.map((entry) => [entry.id, entry]),
)

/** The entry of a sector. A roster's own sector that is not in the table counts as `other`. */
export const sectorEntry = (id: string): (typeof sectors)[number] => byId.get(id) ?? otherSector

/** The number that storage has for a sector. */
export const sectorKey = (id: string): number => sectorEntry(id).key
