import { numeral } from './numeral.ts'

/** A number with its unit in a sentence. */
export interface Count {
  readonly value: number
  readonly unit: string
  readonly approximate: boolean
  readonly from: number
  readonly to: number
}

/** `1人2次`, `约3,259余件`, `2.72万条`, `十二件`. 人次 and 个百分点 are other units; 一次性 and 一件事 no counts. */
const pattern =
  /(?<rough>约|近|超过?|逾|至少|不足|第|[数几上](?=[十百千]))?(?:\d+人)?(?<![\d.])(?<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)(?<big>[万亿])?(?<more>[余多])?(?<unit>件次|[件宗例起次个条份项元])(?!百分点|工作日|自然日|小时|[性事月])/g

/** Every count of a sentence without spaces, from left to right. */
export const counts = (text: string): Count[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const { rough, number, big = '', more, unit = '' } = match.groups ?? {}
    const value = times(valueOf(number), big)
    if (Number.isNaN(value) || rough === '第') return []
    const approximate = rough !== undefined || more !== undefined || isRound(value, big, unit)
    const place = { from: match.index, to: match.index + match[0].length }
    return [{ value, unit: big + unit, approximate, ...place }]
  })

/** 3万件 is a round number; 3万元 may be exact. */
const isRound = (value: number, big: string, unit: string): boolean =>
  unit !== '元' && (big !== '' || !Number.isSafeInteger(value))

const valueOf = (text = ''): number =>
  /^\d/.test(text) ? Number(text.replaceAll(',', '')) : (numeral(text) ?? Number.NaN)

const powers = new Map([
  ['万', 4],
  ['亿', 8],
])

/** By way of the decimal notation, so that 2.95万 is 29500. */
const times = (value: number, big: string): number => Number(`${value}e${powers.get(big) ?? 0}`)
