import type { FigureId } from '#core/catalog/index.ts'
import { exact } from '#core/text/number.ts'
import { scopeText, stating } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import { madeUpCountry } from '../../db/outline.ts'
import { type Query, type View, hrefIn } from '../view.ts'
import { type Asked, sumQuery } from './asked.ts'
import type { AreaData } from '../../routes/area-data.ts'

interface Props {
  readonly view: View
  readonly asked: Asked
  readonly area: AreaData
  readonly figure: FigureId
}

/** Which area an address of the API is about. */
export const areaQuery = (division: string | null): Query =>
  division === madeUpCountry ? { collection: 'made-up' } : { division: division ?? undefined }

/** Where the sums come from: whose reports, how many on each year, and where they are listed. */
export function Sources({ view, asked, area, figure }: Props) {
  const { lang } = view
  const sums = area.sums.own.filter((sum) => sum.figure === figure && stating(sum) > 0)
  return (
    <div class="small">
      <p>{scopeText(lang, asked)}</p>
      <ul class="plain">
        {sums.toReversed().map((sum) => (
          <li>
            {t(lang, stating(sum) === 1 ? 'source_report' : 'source_reports', {
              year: sum.year,
              n: exact(stating(sum)),
            })}{' '}
            {isListed(view, area) && (
              <a href={reportsOf(view, area, sum.year)}>{t(lang, 'source_list')}</a>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a
          href={hrefIn({ ...view, lang: 'zh' }, '/api/v1/totals', {
            figure,
            ...areaQuery(area.division),
            ...sumQuery(asked),
          })}
        >
          {t(lang, 'source_api')}
        </a>
      </p>
    </div>
  )
}

/** Of a release reports are listed by province only. */
const isListed = ({ release }: View, { division }: AreaData): boolean =>
  release === undefined || division === null || division.endsWith('0000')

/** All reports of the area on a year, of either scope: the list names it of each. */
const reportsOf = (view: View, { division }: AreaData, year: number): string =>
  hrefIn({ ...view, lang: 'zh' }, '/api/v1/reports', { year, ...areaQuery(division) })
