/** One line of a roster, with the columns of `bureaus.csv`; `aliases` are separated by `|`. */
export interface RosterRow {
  readonly id: string
  readonly division: string
  readonly division_name: string
  readonly name: string
  readonly aliases: string
  readonly level: 'prefecture' | 'county' | 'township'
  readonly sector: string
  readonly scope: 'own' | 'area'
  readonly kind: 'government' | 'general_office' | 'bureau' | 'township' | 'institution'
  readonly name_en: string
}

/** A bureau that does not exist; `body` is the kind of work it does. */
export interface MadeUpBureau {
  readonly row: RosterRow
  readonly body: BodyId
  /** The first year that it does not report on any more: `made-up-lineage.csv` says why. */
  readonly until: number | null
}

interface Body {
  readonly zh: string
  readonly short?: string
  readonly former?: string
  readonly en: string
  /** Where it is not the body's own id. */
  readonly sector?: string
}

const bodies = {
  government: { zh: '人民政府', short: '政府', en: "People's Government" },
  general_office: { zh: '人民政府办公室', short: '政府办', en: 'Government Office' },
  education: { zh: '教育局', en: 'Education Bureau' },
  culture_tourism: {
    zh: '文化广电和旅游局',
    short: '文旅局',
    en: 'Bureau of Culture, Radio, Television and Tourism',
  },
  health: { zh: '卫生健康委员会', short: '卫健委', en: 'Health Commission' },
  emergency: { zh: '应急管理局', short: '应急局', en: 'Emergency Management Bureau' },
  market_supervision: { zh: '市场监督管理局', short: '市监局', en: 'Market Supervision Bureau' },
  housing: { zh: '住房和城乡建设局', short: '住建局', en: 'Housing and Construction Bureau' },
  transport: { zh: '交通运输局', short: '交通局', en: 'Transport Bureau' },
  civil_affairs: { zh: '民政局', en: 'Civil Affairs Bureau' },
  public_security: { zh: '公安局', en: 'Public Security Bureau' },
  justice: { zh: '司法局', en: 'Justice Bureau' },
  finance: { zh: '财政局', en: 'Finance Bureau' },
  natural_resources: {
    zh: '自然资源和规划局',
    short: '自然资源局',
    en: 'Natural Resources and Planning Bureau',
  },
  ecology: { zh: '生态环境局', en: 'Ecology and Environment Bureau' },
  agriculture: { zh: '农业农村局', en: 'Agriculture and Rural Affairs Bureau' },
  water: { zh: '水利局', en: 'Water Bureau' },
  human_resources: {
    zh: '人力资源和社会保障局',
    short: '人社局',
    en: 'Human Resources and Social Security Bureau',
  },
  urban_management: {
    zh: '城市管理局',
    short: '城管局',
    former: '城市管理行政执法局',
    en: 'Urban Management Bureau',
  },
  subdistrict: {
    zh: '柳岸街道办事处',
    short: '柳岸街道',
    en: "Liu'an Subdistrict Office",
    sector: 'township',
  },
  town: {
    zh: '青石镇人民政府',
    short: '青石镇',
    en: "People's Government of Qingshi Town",
    sector: 'township',
  },
  sport: { zh: '体育局', en: 'Sports Bureau' },
  township: {
    zh: '白鹭乡人民政府',
    short: '白鹭乡',
    en: "People's Government of Bailu Township",
    sector: 'township',
  },
  institution: {
    zh: '历史文化名城保护利用与文化旅游体育产业融合发展综合服务管理委员会办公室',
    short: '名城办',
    en: 'Office of the Commission for the Historic City, Culture, Tourism and Sport',
    sector: 'other',
  },
} as const satisfies Record<string, Body>

export type BodyId = keyof typeof bodies

interface Division {
  /** Codes from 00 lie outside GB/T 2260. */
  readonly code: `00${string}`
  readonly zh: string
  readonly en: string
  readonly level: 'prefecture' | 'county'
  readonly bodies: readonly BodyId[]
}

/** The city first: its government's report covers the districts and the county too. */
const divisions: readonly Division[] = [
  {
    code: '000100',
    zh: '虚构示例市',
    en: 'the Made-up Example City',
    level: 'prefecture',
    bodies: [
      'government',
      'general_office',
      'education',
      'culture_tourism',
      'health',
      'emergency',
      'market_supervision',
      'housing',
      'transport',
      'civil_affairs',
      'public_security',
      'justice',
      'finance',
      'natural_resources',
      'ecology',
      'agriculture',
      'water',
      'human_resources',
      'urban_management',
    ],
  },
  {
    code: '000101',
    zh: '虚构示例市东湖区',
    en: 'Donghu District, the Made-up Example City',
    level: 'county',
    bodies: [
      'government',
      'general_office',
      'education',
      'culture_tourism',
      'health',
      'market_supervision',
      'emergency',
      'urban_management',
      'subdistrict',
      'institution',
    ],
  },
  {
    code: '000102',
    zh: '虚构示例市西山区',
    en: 'Xishan District, the Made-up Example City',
    level: 'county',
    bodies: [
      'government',
      'education',
      'culture_tourism',
      'health',
      'market_supervision',
      'civil_affairs',
      'town',
      'sport',
    ],
  },
  {
    code: '000103',
    zh: '虚构示例市南江县',
    en: 'Nanjiang County, the Made-up Example City',
    level: 'county',
    bodies: ['government', 'education', 'culture_tourism', 'transport', 'township'],
  },
]

export const cityCode = '000100'

export const madeUpBureaus: readonly MadeUpBureau[] = divisions.flatMap((division) =>
  division.bodies.map((body, index) => bureau(division, body, index + 1)),
)

function bureau(division: Division, body: BodyId, number: number): MadeUpBureau {
  const { zh, short, former, en, sector = body }: Body = bodies[body]
  const aliases = [short, former].flatMap((name) => (name ? [division.zh + name] : []))
  const row: RosterRow = {
    id: `${division.code}-${String(number).padStart(4, '0')}`,
    division: division.code,
    division_name: division.zh,
    name: division.zh + zh,
    aliases: aliases.join('|'),
    level: sector === 'township' ? 'township' : division.level,
    sector,
    scope: body === 'government' ? 'area' : 'own',
    kind: kindOf(body, sector),
    name_en: `${en} of ${division.en}`,
  }
  return { row, body, until: body === 'sport' ? 2022 : null }
}

function kindOf(body: BodyId, sector: string): RosterRow['kind'] {
  if (sector === 'township') return 'township'
  if (body === 'government' || body === 'general_office' || body === 'institution') return body
  return 'bureau'
}
