import { raw } from 'hono/html'
import { figure } from '#core/catalog/index.ts'
import { sparkSvg } from '#core/chart/spark.ts'
import { gapWord } from '#core/chart/spec.ts'
import { levelEntries, levels } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { inLang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import { sumName } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import type { AreaBureau, AreaBureauPage, AreaReport } from '../../db/area-bureaus.ts'
import { type View, href } from '../view.ts'
import { Badge, Name, levelName, sectorName } from '../words.tsx'
import { type Asked, afterText, queryOf } from './asked.ts'
import { insideFigures } from '../../routes/area-data.ts'
import { yearsSpan } from './years.ts'

interface Props {
  readonly view: View
  readonly asked: Asked
  readonly path: string
  readonly page: AreaBureauPage
}

/** The bureaus of the area, a page at a time, with the figures of their newest reports. */
export function Bureaus({ view, asked, path, page }: Props) {
  const { lang } = view
  return (
    <section id="bureaus">
      <h2>{t(lang, 'bureaus')}</h2>
      <Filter view={view} asked={asked} path={path} />
      {page.bureaus.length === 0 ? (
        <p>{t(lang, page.next ? 'none_so_far' : 'no_bureaus_here')}</p>
      ) : (
        <>
          <p class="soft small">{t(lang, 'bureaus_caption')}</p>
          <div class="scroll">
            <table class="years areas" aria-label={t(lang, 'bureaus')}>
              <thead>
                <tr>
                  <th scope="col">{t(lang, 'col_bureau')}</th>
                  <th scope="col">{t(lang, 'col_newest')}</th>
                  {insideFigures.map((id) => (
                    <>
                      <th scope="col" class="num">
                        {sumName(lang, id)}
                      </th>
                      <th scope="col" class="line">
                        <span class="vh">{t(lang, 'col_line', { name: sumName(lang, id) })}</span>
                      </th>
                    </>
                  ))}
                </tr>
              </thead>
              <tbody>
                {page.bureaus.map((bureau) => (
                  <BureauRow view={view} bureau={bureau} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <Paging view={view} asked={asked} path={path} page={page} />
    </section>
  )
}

function BureauRow({ view, bureau }: { view: View; bureau: AreaBureau }) {
  const { lang } = view
  const report = bureau.reports.at(-1)
  return (
    <tr>
      <th scope="row">
        <a href={href(lang, `/b/${bureau.id}`)}>
          <Name lang={lang} of={bureau} />
        </a>
        {bureau.scope === 'area' && <Badge>{t(lang, 'scope_area')}</Badge>}
        {report?.excerpt && <Badge warn>{t(lang, 'excerpt')}</Badge>}
        <small class="soft under">
          {bureau.level === bureau.sector ? '' : `${levelName(lang, bureau.level)} · `}
          {sectorName(lang, bureau.sector)}
        </small>
      </th>
      <td class="soft">
        {report ? (
          <a href={href(lang, `/b/${bureau.id}/${report.year}`)}>
            {t(lang, 'report_of', { year: report.year })}
          </a>
        ) : (
          t(lang, 'no_years')
        )}
      </td>
      {insideFigures.map((_, at) => (
        <Cells view={view} bureau={bureau} report={report} at={at} />
      ))}
    </tr>
  )
}

/** One figure: of the newest report, and as a line of the last years. `at`: its place among the figures. */
function Cells({
  view: { lang },
  bureau,
  report,
  at,
}: {
  view: View
  bureau: AreaBureau
  report: AreaReport | undefined
  at: number
}) {
  const id = insideFigures[at]
  const seen = report?.figures[at]
  const points = bureau.reports.map(({ year, figures }) => ({
    year,
    sum: figures[at]?.value ?? null,
  }))
  return (
    <>
      {report === undefined || seen === undefined || id === undefined ? (
        <td class="num off">{t(lang, 'unheld')}</td>
      ) : seen.value === null ? (
        <td class="num off">{t(lang, gapWord(figure(id), seen.state, report.tables))}</td>
      ) : (
        <td class="num">
          {seen.disputed && (
            <a class="disputed" href={href(lang, `/b/${bureau.id}/${report.year}`)}>
              ≠<span class="vh">{t(lang, 'sign_failed')}</span>
            </a>
          )}
          <data value={String(seen.value)}>{exact(seen.value)}</data>
        </td>
      )}
      <td class="line">{points.length > 1 && raw(sparkSvg(yearsSpan(points)))}</td>
    </>
  )
}

const Filter = ({ view: { lang }, asked, path }: Pick<Props, 'view' | 'asked' | 'path'>) => (
  <form class="fields" action={`${path}#bureaus`}>
    <label>
      <span>{t(lang, 'filter_level')}</span>
      <select name="level">
        <option value="">{t(lang, 'all_levels')}</option>
        {levels.map((level) => (
          <option value={level} selected={asked.level === level}>
            {inLang(lang, levelEntries[level])}
          </option>
        ))}
      </select>
    </label>
    <label>
      <span>{t(lang, 'filter_sector')}</span>
      <select name="sector">
        <option value="">{t(lang, 'all_sectors')}</option>
        {sectors.map((sector) => (
          <option value={sector.id} selected={asked.sector === sector.id}>
            {inLang(lang, sector)}
          </option>
        ))}
      </select>
    </label>
    {Object.entries({ ...queryOf(asked), level: undefined, sector: undefined }).map(
      ([name, value]) =>
        value === undefined ? '' : <input type="hidden" name={name} value={String(value)} />,
    )}
    {lang === 'en' && <input type="hidden" name="lang" value="en" />}
    <button>{t(lang, 'filter_show')}</button>
  </form>
)

const Paging = ({ view: { lang }, asked, path, page: { next } }: Props) =>
  asked.after === undefined && next === null ? (
    <></>
  ) : (
    <p class="actions">
      {asked.after && (
        <a href={`${href(lang, path, queryOf(asked))}#bureaus`}>{t(lang, 'first_page')}</a>
      )}
      {next && (
        <a
          rel="next"
          href={`${href(lang, path, { ...queryOf(asked), after: afterText(next) })}#bureaus`}
        >
          {t(lang, 'next_page')}
        </a>
      )}
    </p>
  )
