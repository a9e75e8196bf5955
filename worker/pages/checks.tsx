import { type FigureId, figures, tables } from '#core/catalog/index.ts'
import type { Check } from '#core/check/check.ts'
import { inLang, reasonIn } from '#core/text/lang.ts'
import { figureName } from '#core/text/figure-name.ts'
import { failureText } from '#core/text/finding.ts'
import { type Word, t } from '#core/text/words.ts'
import type { Report } from '../db/reports.ts'
import { findingId } from './state.tsx'
import type { View } from './view.ts'

/** The sums that do not hold, numbered from 1 in the order of the form. */
const failures = (checks: readonly Check[]): readonly Check[] =>
  checks.filter(({ outcome }) => outcome === 'fail')

/** Where the tables mark them: at the figure that the sum should equal. */
export const failedFigures = (checks: readonly Check[]): Map<FigureId, number> =>
  new Map(
    failures(checks).flatMap(({ right: [id] }, i): [FigureId, number][] =>
      id === undefined ? [] : [[id, i + 1]],
    ),
  )

interface Props {
  readonly view: View
  readonly report: Report
  readonly checks: readonly Check[]
}

/** What was checked and how it came out, failures in words. */
export function Checks({ view: { lang }, report, checks }: Props) {
  const failed = failures(checks)
  return (
    <section id="checks">
      <h2>{t(lang, 'checks')}</h2>
      {checks.length === 0 ? (
        <p>{t(lang, 'checks_none')}</p>
      ) : (
        <Counts lang={lang} checks={checks} />
      )}
      {failed.length > 0 && report.accepted !== null && (
        <p class="notice">{t(lang, 'accepted', { reason: report.accepted })}</p>
      )}
      {failed.length > 0 && (
        <ol class="failures">
          {failed.map((check, i) => (
            <li id={`finding-${i + 1}`}>
              {figuresFirstIn(failed, i).map((id) => (
                <span id={findingId(id)}></span>
              ))}
              <span class="soft">{inLang(lang, tables[check.table])}</span>{' '}
              {failureText(lang, check, report.cells)}
            </li>
          ))}
        </ol>
      )}
      <Unread lang={lang} report={report} />
    </section>
  )
}

/** The figures of a sum that no sum before it has: other pages point to a figure's first. */
const figuresFirstIn = (failed: readonly Check[], nth: number): readonly FigureId[] =>
  idsOf(failed[nth]).filter((id) => !failed.slice(0, nth).some((c) => idsOf(c).includes(id)))

const idsOf = (check: Check | undefined): readonly FigureId[] =>
  check ? [...check.left, ...check.right] : []

const outcomes: readonly (readonly [outcome: Check['outcome'], word: Word])[] = [
  ['pass', 'checks_pass'],
  ['pass_if_blank_is_zero', 'checks_blank'],
  ['not_assessable', 'checks_open'],
  ['fail', 'checks_fail'],
]

function Counts({ lang, checks }: { lang: View['lang']; checks: readonly Check[] }) {
  const count = (outcome: Check['outcome']) =>
    checks.filter((check) => check.outcome === outcome).length
  return (
    <>
      <dl class="counts">
        {outcomes.map(([outcome, word]) =>
          outcome === 'pass' || outcome === 'fail' || count(outcome) > 0 ? (
            <div>
              <dt>{t(lang, word)}</dt>
              <dd>{count(outcome)}</dd>
            </div>
          ) : (
            ''
          ),
        )}
      </dl>
      {count('not_assessable') > 0 ? <p class="soft small">{t(lang, 'checks_open_help')}</p> : ''}
    </>
  )
}

/** Cells that something stands in, but not certainly what. */
function Unread({ lang, report }: { lang: View['lang']; report: Report }) {
  const list = figures.flatMap(({ id }) => {
    const cell = report.cells[id]
    return cell?.state === 'unread' ? [{ id, reason: cell.reason }] : []
  })
  return list.length === 0 ? (
    <></>
  ) : (
    <ul>
      {list.map(({ id, reason }) => (
        <li>
          ? {figureName(lang, id)}: {t(lang, 'sign_unread', { reason: reasonIn(lang, reason) })}
        </li>
      ))}
    </ul>
  )
}
