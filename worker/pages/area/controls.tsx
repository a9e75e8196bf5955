import { type Level, levelEntries } from '#core/roster/bureau.ts'
import { inLang } from '#core/text/lang.ts'
import { scopeText } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import { type View, hrefIn } from '../view.ts'
import { type Asked, queryOf } from './asked.ts'

interface Props {
  readonly view: View
  readonly asked: Asked
  readonly path: string
  /** Of governments in the area, the highest first. */
  readonly levels: readonly Level[]
}

/** What the sums are of, with ways to the others; years, and how outcomes and axes are drawn. */
export const Controls = ({ view, asked, path, levels }: Props) => (
  <>
    <p class="scope">
      <strong>{scopeText(view.lang, asked)}</strong>
      <span class="soft">{t(view.lang, 'scope_apart')}</span>
      {asked.scope === 'area' && (
        <a href={hrefIn(view, path, { ...queryOf(asked), scope: undefined, level: undefined })}>
          {t(view.lang, 'scope_show_own')}
        </a>
      )}
      {levels
        .filter((level) => asked.scope === 'own' || level !== asked.level)
        .map((level) => (
          <a href={hrefIn(view, path, { ...queryOf(asked), scope: 'area', level })}>
            {t(view.lang, 'scope_show_area', { level: inLang(view.lang, levelEntries[level]) })}
          </a>
        ))}
    </p>
    <details class="choose">
      <summary>{t(view.lang, 'choose_view')}</summary>
      <Form view={view} asked={asked} path={path} />
    </details>
  </>
)

function Form({ view: { lang, release }, asked, path }: Omit<Props, 'levels'>) {
  const { from, to } = asked.years
  return (
    <form action={path} class="fields">
      <label>
        <span>{t(lang, 'from_year')}</span>
        <input
          name="from"
          inputmode="numeric"
          pattern="[0-9]{4}"
          maxlength={4}
          value={from ?? ''}
        />
      </label>
      <label>
        <span>{t(lang, 'to_year')}</span>
        <input name="to" inputmode="numeric" pattern="[0-9]{4}" maxlength={4} value={to ?? ''} />
      </label>
      <label>
        <span>{t(lang, 'outcomes_as')}</span>
        <select name="mode">
          <option value="share" selected={asked.mode === 'share'}>
            {t(lang, 'mode_share')}
          </option>
          <option value="count" selected={asked.mode === 'count'}>
            {t(lang, 'mode_count')}
          </option>
        </select>
      </label>
      <label>
        <span>{t(lang, 'axis_scale')}</span>
        <select name="scale">
          <option value="linear" selected={asked.scale === 'linear'}>
            {t(lang, 'scale_linear')}
          </option>
          <option value="log" selected={asked.scale === 'log'}>
            {t(lang, 'scale_log')}
          </option>
        </select>
      </label>
      {asked.scope === 'area' && <input type="hidden" name="scope" value="area" />}
      {asked.level && <input type="hidden" name="level" value={asked.level} />}
      {asked.sector && <input type="hidden" name="sector" value={asked.sector} />}
      {lang === 'en' && <input type="hidden" name="lang" value="en" />}
      {release && <input type="hidden" name="v" value={release.name} />}
      <button>{t(lang, 'compare_show')}</button>
    </form>
  )
}
