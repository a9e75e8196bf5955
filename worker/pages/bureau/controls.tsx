import type { FigureId } from '#core/catalog/index.ts'
import { figureName } from '#core/text/figure-name.ts'
import { type Word, t } from '#core/text/words.ts'
import { type View, hrefIn } from '../view.ts'
import { type Asked, queryOf } from './asked.ts'
import type { Who } from '../../routes/bureau-specs.ts'

interface Props {
  readonly view: View
  readonly who: Who
  readonly asked: Asked
  /** Of which there is a report, ascending. */
  readonly years: readonly number[]
  /** Whether it came from other bureaus, so that lines can be joined. */
  readonly hasKin: boolean
}

/** Figures that most readers look for; every other one has its own page. */
const offered = [
  'licences_decided',
  'penalties_decided',
  'coercion_decided',
  'fees_collected_wan',
  'requests_new.total',
  'requests_carried_out.total',
  'review_total',
  'norms_made',
  'norms_valid',
] as const satisfies readonly FigureId[]

/** Years, figures and ways of drawing, as a plain form: what it asks for stands in the address. */
export function Controls(props: Props) {
  const { view, who, asked } = props
  const { lang } = view
  const path = `/b/${who.id}`
  const isChosen = Object.values(queryOf(asked)).some(
    (value) => value !== undefined && value !== '',
  )
  return (
    <details class="controls" open={isChosen || undefined}>
      <summary>{t(lang, 'choose')}</summary>
      <form action={path}>
        <Hidden view={view} chart={asked.charts.join()} />
        <Selects {...props} />
        <fieldset>
          <legend>{t(lang, 'choose_figures')}</legend>
          {[...new Set([...offered, ...asked.figures])].map((id) => (
            <label>
              <input
                type="checkbox"
                name="figure"
                value={id}
                checked={asked.figures.includes(id) || undefined}
              />
              {figureName(lang, id)}
            </label>
          ))}
        </fieldset>
        <p>
          <button>{t(lang, 'choose_show')}</button>
          {isChosen && <a href={hrefIn(view, path)}>{t(lang, 'choose_all')}</a>}
        </p>
      </form>
    </details>
  )
}

/** What the address says and no control of the form. */
const Hidden = ({ view: { lang, release }, chart }: { view: View; chart: string }) => (
  <>
    {Object.entries({ chart, v: release?.name ?? '', lang: lang === 'en' ? 'en' : '' }).map(
      ([name, value]) => (value === '' ? '' : <input type="hidden" name={name} value={value} />),
    )}
  </>
)

type Option = readonly [value: string, text: string]

/** Ways of drawing: the name and label of each, and what may be chosen. */
const ways = {
  mode: ['choose_mode', { count: 'mode_count', share: 'mode_share' }],
  scale: ['choose_scale', { linear: 'scale_linear', log: 'scale_log' }],
  axis: ['choose_axis', { own: 'axis_own', shared: 'axis_shared' }],
  lineage: ['choose_lineage', { separate: 'lineage_separate', linked: 'lineage_linked' }],
} as const satisfies Record<string, readonly [label: Word, options: Readonly<Record<string, Word>>]>

function Selects({ view: { lang, release }, asked, years, hasKin }: Props) {
  const span = (word: Word): Option[] => [
    ['', t(lang, word)],
    ...years.map((year): Option => [String(year), String(year)]),
  ]
  const names = (['mode', 'scale', 'axis', 'lineage'] as const).filter(
    (name) => name !== 'lineage' || hasKin,
  )
  return (
    <div class="selects">
      {(['from', 'to'] as const).map((name) => (
        <Select
          name={name}
          label={t(lang, `choose_${name}`)}
          chosen={String(asked.years[name] ?? '')}
          options={span(name === 'from' ? 'choose_first' : 'choose_last')}
        />
      ))}
      {names.map((name) => {
        const [label, options] = ways[name]
        return (
          <Select
            name={name}
            label={t(lang, label)}
            chosen={asked[name]}
            options={Object.entries(options).map(([value, word]) => [value, t(lang, word)])}
          />
        )
      })}
      {!release && (
        <label class="check">
          <input type="checkbox" name="with" value="median" checked={asked.median || undefined} />
          {t(lang, 'choose_median')}
        </label>
      )}
    </div>
  )
}

interface SelectProps {
  readonly name: string
  readonly label: string
  readonly chosen: string
  readonly options: readonly Option[]
}

/** Whatever is asked for stands in the list, held or not. */
function Select({ name, label, chosen, options }: SelectProps) {
  const all = options.some(([value]) => value === chosen)
    ? options
    : [...options, [chosen, chosen] as const]
  return (
    <label>
      {label}
      <select name={name}>
        {all.map(([value, text]) => (
          <option
            value={value === text ? undefined : value}
            selected={value === chosen || undefined}
          >
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Leads to a comparison with a bureau that is found by name; the script offers names while one types. */
export const AddBureau = ({ view, who }: Pick<Props, 'view' | 'who'>) => {
  const { lang, release } = view
  return (
    <form class="search add" action="/compare">
      <label for="add">{t(lang, 'add_bureau')}</label>
      <input type="hidden" name="bureaus" value={who.id} />
      {release && <input type="hidden" name="v" value={release.name} />}
      {lang === 'en' && <input type="hidden" name="lang" value="en" />}
      <input
        id="add"
        name="q"
        type="search"
        list="found"
        placeholder={t(lang, 'search_hint')}
        required
      />
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- names for the field above */}
      <datalist id="found"></datalist>
      <button>{t(lang, 'search_button')}</button>
    </form>
  )
}
