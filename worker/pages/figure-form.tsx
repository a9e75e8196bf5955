import { levels, scopes } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { isMadeUp } from '../db/outline.ts'
import { hasPeers, isCountry, stateOf } from './figure-asked.ts'
import type { FigureShown } from './figure-specs.ts'
import { type Query, type View, hrefIn, nameOf } from './view.ts'
import { levelName } from './words.tsx'

type Props = FigureShown & { readonly view: View }

/** Where it is about, and how it is shown, by links. */
export function Picks(props: Props) {
  const { view, measure, asked } = props
  const { lang } = view
  const state = { ...stateOf(asked), view: asked.shown === 'list' ? 'list' : undefined }
  const to = (other: Query) => hrefIn(view, `/f/${measure}`, { ...state, ...other })
  const plain = { level: undefined, sector: undefined }
  return (
    <nav class="picks" aria-label={t(lang, 'place_nav')}>
      <span>
        {isCountry(asked.division) ? <Collection {...props} /> : <Around {...props} to={to} />}
      </span>
      <span>
        {scopes.map((scope) => (
          <a
            href={to({ ...plain, scope: scope === 'own' ? undefined : scope })}
            aria-current={scope === asked.scope ? 'true' : undefined}
          >
            {t(lang, scope === 'own' ? 'sums_own' : 'sums_area')}
          </a>
        ))}
      </span>
      {asked.division === null && (
        <span>
          {(['map', 'list'] as const).map((shown) => (
            <a
              href={to({ view: shown === 'map' ? undefined : shown })}
              aria-current={shown === asked.shown ? 'true' : undefined}
            >
              {t(lang, shown === 'map' ? 'as_map' : 'as_list')}
            </a>
          ))}
        </span>
      )}
    </nav>
  )
}

/** From what is real to what is made up, and back. */
const Collection = ({ view, measure, asked: { division } }: Props) => (
  <a
    href={hrefIn(view, `/f/${measure}`, {
      collection: isMadeUp(division) ? undefined : 'made-up',
    })}
  >
    {t(view.lang, isMadeUp(division) ? 'real_place' : 'made_up')}
  </a>
)

/** From an area to those around it, and to its own page. */
function Around({ view, asked, answer, to }: Props & { to: (other: Query) => string }) {
  const { lang } = view
  const { division } = asked
  const madeUp = isMadeUp(division)
  const collection = madeUp ? 'made-up' : undefined
  return (
    <>
      <a href={to({ division: undefined, collection })}>
        {t(lang, madeUp ? 'made_up' : 'whole_country')}
      </a>
      {division?.endsWith('0000') || madeUp ? (
        ''
      ) : (
        <a href={to({ division: `${division?.slice(0, 2)}0000` })}>{t(lang, 'whole_province')}</a>
      )}
      <a href={hrefIn(view, `/d/${division}`)}>
        {t(lang, 'all_of', { place: nameOf(lang, answer.place) })}
      </a>
    </>
  )
}

/** Year, level and sector, by a form. */
export function Ask({ view, measure, asked, answer }: Props) {
  const { lang, release } = view
  const kept = { ...stateOf(asked), year: undefined, level: undefined, sector: undefined }
  const shown = asked.shown === 'list' ? 'list' : undefined
  const hidden = { ...kept, view: shown, v: release?.name, lang: lang === 'en' ? 'en' : undefined }
  const levelOptions = levels.map((level) => [level, levelName(lang, level)] as const)
  const sectorOptions = sectors.map((sector) => [sector.id, inLang(lang, sector)] as const)
  const years = answer.years.toReversed().map((year) => [String(year), String(year)] as const)
  const isOwn = asked.scope === 'own'
  return (
    <form class="asks" action={`/f/${measure}`}>
      {Object.entries(hidden).map(([name, value]) =>
        value === undefined ? '' : <input type="hidden" name={name} value={value} />,
      )}
      <Select
        name="year"
        label={t(lang, 'report_year')}
        options={years}
        chosen={String(answer.year)}
      />
      {hasPeers(asked) && (
        <Select
          name="level"
          label={t(lang, 'ask_level')}
          options={[...(isOwn ? [['', t(lang, 'all_levels')] as const] : []), ...levelOptions]}
          chosen={asked.level}
        />
      )}
      {hasPeers(asked) && isOwn && (
        <Select
          name="sector"
          label={t(lang, 'ask_sector')}
          options={[['', t(lang, 'all_sectors')], ...sectorOptions]}
          chosen={asked.sector}
        />
      )}
      <button>{t(lang, 'compare_show')}</button>
    </form>
  )
}

const Select = ({
  name,
  label,
  options,
  chosen,
}: {
  name: string
  label: string
  options: readonly (readonly [value: string, name: string])[]
  chosen: string | undefined
}) => (
  <label>
    {label}
    <select name={name}>
      {options.map(([value, text]) => (
        <option value={value} selected={value === chosen || undefined}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
