import type { Level, NewBureau, Scope } from './bureau.ts'

/** The first rule whose words occur in the name decides the sector. Order matters: the special before the general. */
const sectors: readonly (readonly [sector: string, words: RegExp])[] = [
  ['general_office', /(?:政府|委员会|管委会)办公(?:室|厅)$/],
  ['township', /(?:镇|乡|街道)(?:人民政府|办事处)?$/],
  ['government', /人民政府$/],
  ['culture_tourism', /文化|文旅|文体|旅游|广电/],
  ['education', /教育|教体/],
  ['health', /卫生健康|卫健|卫生计生/],
  ['emergency', /应急管理|安全生产/],
  ['market_supervision', /市场监督|市场监管|市监/],
  ['housing', /住房|住建|城乡建设/],
  ['transport', /交通/],
  ['civil_affairs', /民政/],
  ['public_security', /公安/],
  ['justice', /司法/],
  ['finance', /财政/],
  ['natural_resources', /自然资源|国土|规划局/],
  ['ecology', /生态环境|环境保护|环保/],
  ['agriculture', /农业|农村/],
  ['water', /水利|水务/],
  ['human_resources', /人力资源|人社/],
  ['urban_management', /城市管理|城管|综合行政执法|综合执法/],
  ['audit', /审计/],
  ['statistics', /统计/],
  ['development_reform', /发展和改革|发展改革|发改/],
  ['industry_it', /工业和信息|工信/],
  ['commerce', /商务/],
  ['veterans', /退役军人/],
  ['tax', /税务/],
]

/**
 * Level, sector, scope and kind of a bureau from its division's code and its name: a first guess that a roster may
 * correct. An area government reports for its whole area; a township for itself.
 */
export function deriveBureau(
  division: string,
  name: string,
): Omit<NewBureau, 'id' | 'aliases'> & { readonly level: Level; readonly scope: Scope } {
  const sector = sectors.find(([, words]) => words.test(name))?.[0] ?? 'other'
  const level = sector === 'township' ? 'township' : levelOf(division)
  const isGovernment = sector === 'government'
  const kind = ['government', 'general_office', 'township'].includes(sector) ? sector : 'bureau'
  return { division, name, level, sector, scope: isGovernment ? 'area' : 'own', kind }
}

function levelOf(division: string): Level {
  if (/^\d{2}0000$/.test(division)) return 'province'
  return /^\d{4}00$/.test(division) ? 'prefecture' : 'county'
}
