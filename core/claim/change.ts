import type { Claim } from './claim.ts'

/** 比去年增加1件, 同比下降12.3%, right behind a count. */
const pattern =
  /^,?(?:申请)?(?:数量?|总量)?(?:同比|(?:比|较|与)(?:去年|上一?年度?|(?<since>20\d\d)年度?)(?:同期)?(?:相比)?)(?<way>增长|增加|上升|提高|减少|下降|降低|回落)(?:了)?(?<number>\d+(?:\.\d+)?)(?<unit>%|[件宗例起次个条份])(?!百分点)/

/** How a count is said to have changed since last year: so many, or so many per cent. `behind`: the words after it. */
export function changeAfter<T extends Pick<Claim, 'measure' | 'value' | 'unit'>>(
  behind: string,
  base: T,
  year: number | null,
): T[] {
  const groups = pattern.exec(behind.slice(0, 60))?.groups
  if (!groups) return []
  const { since, way = '', number, unit = '' } = groups
  if (since !== undefined && year !== null && Number(since) !== year - 1) return []
  const value = Number(number) * (/增|升|提/.test(way) ? 1 : -1)
  return [{ ...base, measure: unit === '%' ? 'percent' : 'change', value, unit }]
}
