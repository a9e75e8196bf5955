import { exact, percent } from '#core/text/number.ts'
import type { Lang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { PlaceName } from '../db/outline.ts'
import type { AreaValue } from './figure-answer.ts'
import { gapOf } from './figure-specs.ts'
import { nameOf } from './view.ts'

interface Props {
  readonly lang: Lang
  /** Provinces as they are called. */
  readonly provinces: readonly PlaceName[]
  readonly values: readonly AreaValue[]
  /** Where a province's tile leads. */
  readonly to: (code: string) => string
}

/** The Regulations do not apply there: they have no such reports. */
export const outsideProvinces: ReadonlySet<string> = new Set(['710000', '810000', '820000'])

const kinds = /(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/

/** `河南` for 河南省. */
export const shortName = (lang: Lang, place: PlaceName): string =>
  lang === 'zh' ? place.name.replace(kinds, '') : nameOf(lang, place)

/**
 * The provinces as tiles about where they lie on a map, as a list in the order of their codes where there is no room or
 * no stylesheet. The darker, the larger; every tile has its number.
 */
export function Tiles({ lang, provinces, values, to }: Props) {
  const most = Math.max(0, ...values.map((one) => (hasShade(one) ? one.value : 0)))
  return (
    <ol class="tiles">
      {provinces.map((place) => {
        const own = values.find(({ code }) => code === place.code)
        return (
          <li class={`tile t${place.code.slice(0, 2)} ${shadeOf(own, most)}`}>
            {outsideProvinces.has(place.code) ? (
              <span>
                {shortName(lang, place)} <b>—</b>
              </span>
            ) : (
              <a href={to(place.code)}>
                {shortName(lang, place)} <b>{tileText(lang, own)}</b>
              </a>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** A rate of too few cases is not held against others. */
const hasShade = (own: AreaValue): own is AreaValue & { readonly value: number } =>
  own.value !== null && own.rate?.tooFew !== true

/** Five steps up to the largest value; a tile without a number to hold against others is hollow. */
function shadeOf(own: AreaValue | undefined, most: number): string {
  if (!own || !hasShade(own)) return 'hollow'
  return `s${most === 0 ? 0 : Math.ceil((5 * Math.max(0, own.value)) / most)}`
}

/** Every digit, with the sign of a lower bound. */
function tileText(lang: Lang, own: AreaValue | undefined): string {
  if (!own || own.value === null) return gapOf(lang, own)
  if (!hasShade(own)) return t(lang, 'too_few')
  return own.rate ? percent(own.value) : `${own.atLeast ? '≥' : ''}${exact(own.value)}`
}
