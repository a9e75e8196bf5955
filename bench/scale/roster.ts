import type { Level, NewBureau } from '#core/roster/bureau.ts'
import { random } from '../../samples/random.ts'

export interface Place {
  readonly code: string
  readonly name: string
}

/** What a division of each level has: sector, the end of the name, and how people say it. */
const bodies = [
  ['government', '人民政府', null],
  ['general_office', '人民政府办公室', '政府办'],
  ['culture_tourism', '文化广电和旅游局', '文旅局'],
  ['education', '教育局', null],
  ['health', '卫生健康委员会', '卫健委'],
  ['emergency', '应急管理局', null],
  ['market_supervision', '市场监督管理局', '市监局'],
  ['housing', '住房和城乡建设局', '住建局'],
  ['transport', '交通运输局', null],
  ['civil_affairs', '民政局', null],
  ['public_security', '公安局', null],
  ['justice', '司法局', null],
  ['finance', '财政局', null],
  ['natural_resources', '自然资源局', null],
  ['ecology', '生态环境局', '环保局'],
  ['agriculture', '农业农村局', null],
  ['water', '水利局', null],
  ['human_resources', '人力资源和社会保障局', '人社局'],
  ['urban_management', '城市管理局', '城管局'],
  ['audit', '审计局', null],
  ['statistics', '统计局', null],
  ['development_reform', '发展和改革委员会', '发改委'],
  ['industry_it', '工业和信息化局', '工信局'],
  ['commerce', '商务局', null],
  ['veterans', '退役军人事务局', null],
  ['tax', '税务局', null],
  ['medical_insurance', '医疗保障局', '医保局'],
  ['petitions', '信访局', null],
  ['administrative_approval', '行政审批服务局', null],
  ['forestry', '林业和草原局', '林草局'],
  ['rural_revitalisation', '乡村振兴局', null],
  ['other', '供水服务中心', null],
] as const

/** Enough to reach 300,000 bureaus. */
const townsPerCounty = 70

/** The national group that rankings are measured with. */
export const testSector = 'culture_tourism'
const testGroupSize = 2900

const levelOf = (code: string): Level =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county'

/** Codes xxxx70 to xxxx79 are development zones: no counties. */
const isOrdinary = ({ code }: Place): boolean =>
  code !== '999999' && !code.startsWith('00') && code[4] !== '7'

const idOf = (division: string, number: number): string =>
  `${division}-${String(number).padStart(4, '0')}`

function bodiesOf({ code, name }: Place): NewBureau[] {
  return bodies.map(([sector, ending, short], i) => ({
    id: idOf(code, i + 1),
    division: code,
    name: `${name}${ending}`,
    aliases: short === null ? [] : [`${name}${short}`],
    level: levelOf(code),
    sector,
    scope: sector === 'government' ? 'area' : 'own',
    kind: sector === 'government' || sector === 'general_office' ? sector : 'bureau',
  }))
}

const firsts = '太平城关新安大石河东西南北龙虎白云金银马牛杨柳李张王陈刘赵高长双三五永福兴和'
const seconds = '山水河湖桥店庄集镇坪坝湾沟岭川泉井塘营堡家屯口门头田林塔寺阳陵原州城安平岗'

function townsOf({ code, name }: Place): NewBureau[] {
  const next = random(code)
  const letter = (of: string): string => of.charAt(Math.floor(next() * of.length))
  return Array.from({ length: townsPerCounty }, (_, i) => ({
    id: idOf(code, 101 + i),
    division: code,
    name: `${name}${letter(firsts)}${letter(seconds)}${next() < 0.7 ? '镇' : '乡'}人民政府`,
    aliases: [],
    level: 'township',
    sector: 'township',
    scope: 'own',
    kind: 'township',
  }))
}

const isCounty = ({ code }: Place): boolean => levelOf(code) === 'county'

/** Every bureau of the country, by division: about 300,000, the same ones each time. */
export const countryRoster = (places: readonly Place[]): NewBureau[] =>
  places
    .filter(isOrdinary)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap((place) =>
      isCounty(place) ? [...bodiesOf(place), ...townsOf(place)] : bodiesOf(place),
    )

export interface Plan {
  readonly bureau: NewBureau
  readonly years: readonly number[]
}

export const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024] as const
/** The year that every collection has of every bureau of the test group. */
export const testYear = 2024

/** The bureaus of the test group in the order of their divisions; the first 50 are compared. */
export const testGroup = (roster: readonly NewBureau[]): NewBureau[] =>
  roster
    .filter(({ level, sector }) => level === 'county' && sector === testSector)
    .slice(0, testGroupSize)

/**
 * Which bureaus report on which years, about so many reports in all. Whatever the size, it holds the test groups: a
 * sector of all counties in one year, and ten years of fifty of them.
 */
export function plan(roster: readonly NewBureau[], reports: number): Plan[] {
  const group = testGroup(roster)
  const bureaus = Math.round(reports / years.length)
  if (bureaus <= group.length)
    return group.map((bureau, i) => ({ bureau, years: i < 50 ? years : [testYear] }))
  const inGroup = new Set(group)
  const others = roster.filter((bureau) => !inGroup.has(bureau))
  const wanted = Math.min(others.length, bureaus - group.length)
  const step = others.length / wanted
  const chosen = new Set(Array.from({ length: wanted }, (_, i) => others[Math.floor(i * step)]))
  return roster
    .filter((bureau) => inGroup.has(bureau) || chosen.has(bureau))
    .map((bureau) => ({ bureau, years }))
}
