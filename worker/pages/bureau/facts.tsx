import { type Lang, langTag } from '#core/text/lang.ts'
import { toldEvent } from '#core/text/told-lineage.ts'
import { t } from '#core/text/words.ts'
import type { BureauAsOf } from '../../db/bureaus.ts'
import type { Kin } from '../../db/lineage.ts'
import { marksOf } from '../../routes/lineage.ts'
import { type View, hrefIn, nameOf } from '../view.ts'
import { Name, levelName, sectorName, yearRuns } from '../words.tsx'
import type { Asked } from './asked.ts'
import type { Coverage } from './coverage.ts'

interface Props {
  readonly view: View
  readonly bureau: BureauAsOf
  /** Its names, the one of today among them; none of a release. */
  readonly names: readonly string[]
  readonly coverage: Coverage
}

/** Where, what kind, whose figures, and how many reports. */
export function Facts({ view, bureau, names, coverage }: Props) {
  const { lang } = view
  const others = names.filter((name) => name !== bureau.name)
  return (
    <dl class="facts">
      <div>
        <dt>{t(lang, 'col_division')}</dt>
        <dd>
          <a href={hrefIn(view, `/d/${bureau.division.code}`)}>
            <Name lang={lang} of={bureau.division} />
          </a>
        </dd>
      </div>
      <div>
        <dt>{t(lang, 'col_sector')}</dt>
        <dd>
          {bureau.level === bureau.sector ? '' : `${levelName(lang, bureau.level)} · `}
          {sectorName(lang, bureau.sector)}
        </dd>
      </div>
      <div>
        <dt>{t(lang, 'scope')}</dt>
        <dd>{t(lang, bureau.scope === 'area' ? 'scope_area_long' : 'scope_own_long')}</dd>
      </div>
      {coverage.received === 0 ? (
        ''
      ) : (
        <div>
          <dt>{t(lang, 'coverage')}</dt>
          <dd>
            <a class="quiet" href="#sources">
              {coverageText(lang, coverage)}
            </a>
          </dd>
        </div>
      )}
      {others.length > 0 ? (
        <div>
          <dt>{t(lang, 'former_names')}</dt>
          <dd lang={langTag.zh}>{others.join('、')}</dd>
        </div>
      ) : (
        ''
      )}
    </dl>
  )
}

/** How many reports are held of those that there should be, and which years are not. */
export function coverageText(lang: Lang, coverage: Coverage): string {
  const { first, last, expected, received, missing } = coverage
  if (expected === null || first === undefined || last === undefined)
    return t(lang, 'years_only', { received })
  if (missing.length > 0) {
    const held = t(lang, 'years_held', { first, last, expected, received })
    const years = t(lang, 'years_missing', { years: yearRuns(missing) })
    return `${held}${lang === 'zh' ? '；' : '. '}${years}`
  }
  return t(lang, first === last ? 'years_one' : 'years_all', { first, last, received })
}

interface LineageProps {
  readonly view: View
  readonly bureau: BureauAsOf
  readonly kin: Kin | null
  readonly asked: Asked
}

/** What became of the bureau, with the documents and the other bureaus. */
export function Lineage({ view, bureau, kin, asked }: LineageProps) {
  const { lang } = view
  const events = marksOf(kin, bureau.id, asked.lineage)
  if (!kin || events.length === 0) return <></>
  return (
    <section class="lineage" aria-labelledby="lineage">
      <h2 id="lineage" class="small">
        {t(lang, 'lineage')}
      </h2>
      <ul>
        {events.map((event) => (
          <li>
            {toldEvent(lang, event).map((part) =>
              typeof part === 'string' ? (
                part
              ) : 'document' in part ? (
                <span lang={langTag.zh}>{part.document}</span>
              ) : (
                <Parties view={view} kin={kin} ids={part.bureaus} own={bureau.id} />
              ),
            )}
          </li>
        ))}
      </ul>
      {asked.lineage === 'linked' && <p>{t(lang, 'lineage_is_linked')}</p>}
    </section>
  )
}

interface PartiesProps {
  readonly view: View
  readonly kin: Kin
  readonly ids: readonly string[]
  /** Whose page this is. */
  readonly own: string
}

const Parties = ({ view, kin, ids, own }: PartiesProps) => {
  const { lang } = view
  return (
    <>
      {ids.map((id, i) => {
        const party = kin.parties.get(id)
        return (
          <>
            {i > 0 ? (lang === 'zh' ? '、' : ', ') : ''}
            {id === own || !party ? (
              t(lang, 'this_bureau')
            ) : (
              <a href={hrefIn(view, `/b/${id}`)}>{nameOf(lang, party)}</a>
            )}
          </>
        )
      })}
    </>
  )
}
