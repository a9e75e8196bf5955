import { raw } from 'hono/html'
import { exact, yearRange } from '#core/text/number.ts'
import { scopeText, sumName } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import { codeOf } from '../../db/areas.ts'
import type { PlaceName } from '../../db/outline.ts'
import type { Total } from '../../db/totals.ts'
import { type View, hrefIn } from '../view.ts'
import { Name } from '../words.tsx'
import type { Asked } from './asked.ts'
import { type AreaData, insideFigures } from '../../routes/area-data.ts'
import { SumCell } from './sum-table.tsx'
import { sparkOf } from './years.ts'

interface Props {
  readonly view: View
  readonly asked: Asked
  readonly area: AreaData
}

/** The areas directly inside, with the newest sums of each; then those of which nothing is held. */
export function Inside({ view, asked, area }: Props) {
  const { lang } = view
  const held = [...Map.groupBy(area.sums.inside, ({ division }) => division)].toSorted(
    ([a], [b]) => a - b,
  )
  const numbers = new Set(held.map(([number]) => number))
  const others = [...area.inside].filter(([number]) => !numbers.has(number))
  if (area.inside.size === 0 && held.length === 0) return <></>
  const title = t(lang, area.division === null ? 'provinces' : 'areas_inside')
  return (
    <section id="areas">
      <h2>{title}</h2>
      {held.length > 0 && (
        <>
          <p class="soft small">
            {t(lang, 'areas_caption', {
              scope: scopeText(lang, { scope: 'own' }),
              years: yearRange(area.insideYears),
            })}
          </p>
          <div class="scroll">
            <table class="years areas" aria-label={title}>
              <Head view={view} />
              <tbody>
                {held.map(([number, sums]) => (
                  <AreaRow view={view} name={nameAt(area, number)} sums={sums} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {others.length > 0 && (
        <Others
          view={view}
          years={yearRange(area.insideYears)}
          names={others.map(([, name]) => name)}
          isAll={held.length === 0}
          asked={asked}
        />
      )}
    </section>
  )
}

/** One that nobody has named goes by its code. */
const nameAt = ({ inside }: AreaData, number: number): PlaceName => {
  const code = codeOf(number)
  return inside.get(number) ?? { code, name: code, nameEn: null }
}

const Head = ({ view: { lang } }: { view: View }) => (
  <thead>
    <tr>
      <th scope="col">{t(lang, 'col_division')}</th>
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
)

function AreaRow({ view, name, sums }: { view: View; name: PlaceName; sums: readonly Total[] }) {
  const { lang } = view
  const newest = Math.max(...sums.map(({ year }) => year))
  const { held = 0 } = sums.find(({ year }) => year === newest) ?? {}
  return (
    <tr>
      <th scope="row">
        <a href={hrefIn(view, `/d/${name.code}`)}>
          <Name lang={lang} of={name} />
        </a>
      </th>
      <td class="soft">
        {t(lang, held === 1 ? 'newest_report' : 'newest_reports', { year: newest, n: exact(held) })}
      </td>
      {insideFigures.map((id) => {
        const own = sums.filter(({ figure }) => figure === id).toSorted((a, b) => a.year - b.year)
        return (
          <>
            <SumCell lang={lang} of={own.find(({ year }) => year === newest)} />
            <td class="line">{raw(sparkOf(own))}</td>
          </>
        )
      })}
    </tr>
  )
}

/** Not held means that only. */
function Others({
  view,
  asked,
  names,
  isAll,
  years,
}: {
  view: View
  asked: Asked
  names: readonly PlaceName[]
  isAll: boolean
  years: string
}) {
  const { lang } = view
  const isPlain = asked.scope === 'area' || years === ''
  const word = isPlain ? 'areas_plain' : isAll ? 'areas_none_held' : 'areas_not_held'
  return (
    <p class="text">
      {t(lang, word, { years })}
      {names.map((name, i) => (
        <>
          {i > 0 && (lang === 'zh' ? '、' : ', ')}
          <a class="quiet" href={hrefIn(view, `/d/${name.code}`)}>
            <Name lang={lang} of={name} />
          </a>
        </>
      ))}
      {lang === 'zh' ? '。' : '.'}
    </p>
  )
}
