import { type FigureId, figure as figureOf, figures, tables } from '#core/catalog/index.ts'
import { type Identity, type IdentityRule, isBetweenYears } from '#core/check/identity.ts'
import type { Outcome } from '#core/check/judge.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import { failureText } from '#core/text/finding.ts'
import { figureName } from '#core/text/figure-name.ts'
import { inLang, reasonIn } from '#core/text/lang.ts'
import { aboutName, outcomeWords } from '#core/text/proof.ts'
import { t } from '#core/text/words.ts'
import type { Account, Held } from '../db/beside.ts'
import { OutcomeSign, proofPath } from './proof-line.tsx'
import { findingId } from './state.tsx'
import type { View } from './view.ts'

type Sum = Identity<Held>

/** The sums within the report. */
const sumsOf = ({ identities }: Account): readonly Sum[] =>
  identities.filter(({ id }) => !isBetweenYears(id))

/** Those that do not hold, numbered from 1 in the order of the form. */
const failures = (sums: readonly Sum[]): readonly Sum[] =>
  sums.filter(({ outcome }) => outcome === 'fail')

/** Where the tables mark them: at the figure that the sum should equal. */
export const failedFigures = (account: Account): Map<FigureId, number> =>
  new Map(
    failures(sumsOf(account)).flatMap(({ right: [first] }, i): [FigureId, number][] =>
      first ? [[first.id, i + 1]] : [],
    ),
  )

interface Props {
  readonly view: View
  readonly account: Account
}

/** What was checked and how it came out, failures in words; every sum leads to its proof. */
export function Checks({ view, account }: Props) {
  const { lang } = view
  const { report } = account.own
  const sums = sumsOf(account)
  const failed = failures(sums)
  return (
    <section id="checks">
      <h2>{t(lang, 'checks')}</h2>
      {sums.length === 0 ? <p>{t(lang, 'checks_none')}</p> : <Counts lang={lang} sums={sums} />}
      {failed.length > 0 && report.accepted !== null && (
        <p class="notice">{t(lang, 'accepted', { reason: report.accepted })}</p>
      )}
      {failed.length > 0 && (
        <ol class="failures">
          {failed.map((one, i) => (
            <li id={`finding-${i + 1}`}>
              {figuresFirstIn(failed, i).map((id) => (
                <span id={findingId(id)}></span>
              ))}
              <span class="soft">{tableName(lang, one)}</span> {failureText(lang, one)}{' '}
              <a href={proofPath(view, one)}>{t(lang, 'proof_see')}</a>
            </li>
          ))}
        </ol>
      )}
      <All view={view} identities={account.identities} />
      {view.release ? <p class="soft small">{t(lang, 'years_not_kept')}</p> : ''}
      <Unread lang={lang} own={account.own} />
    </section>
  )
}

const tableName = (lang: View['lang'], { left: [first] }: Sum): string =>
  first ? inLang(lang, tables[figureOf(first.id).table]) : ''

/** The figures of a sum that no sum before it has: other pages point to a figure's first. */
const figuresFirstIn = (failed: readonly Sum[], nth: number): readonly FigureId[] =>
  idsOf(failed[nth]).filter((id) => !failed.slice(0, nth).some((one) => idsOf(one).includes(id)))

const idsOf = (one: Sum | undefined): readonly FigureId[] =>
  one ? [...one.left, ...one.right].map(({ id }) => id) : []

const outcomes: readonly Outcome[] = ['pass', 'pass_if_blank_is_zero', 'not_assessable', 'fail']

function Counts({ lang, sums }: { lang: View['lang']; sums: readonly Sum[] }) {
  const count = (outcome: Outcome) => sums.filter((one) => one.outcome === outcome).length
  return (
    <>
      <dl class="counts">
        {outcomes.map((outcome) =>
          outcome === 'pass' || outcome === 'fail' || count(outcome) > 0 ? (
            <div>
              <dt>{t(lang, outcomeWords[outcome])}</dt>
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

interface AllProps {
  readonly view: View
  readonly identities: readonly Sum[]
  readonly open?: boolean
}

/** Every identity by its rule, each with a link to its proof; folded, as most hold. */
export function All({ view, identities, open = false }: AllProps) {
  if (identities.length === 0) return <></>
  return (
    <details class="proofs" open={open || undefined}>
      <summary>{t(view.lang, 'proof_all', { count: identities.length })}</summary>
      {[...Map.groupBy(identities, ({ rule }) => rule)].map(([rule, own]) => (
        <Group view={view} rule={rule} identities={own} />
      ))}
    </details>
  )
}

const Group = ({
  view,
  rule,
  identities,
}: {
  view: View
  rule: IdentityRule
  identities: readonly Sum[]
}) => (
  <>
    <h3>{inLang(view.lang, ruleBook[rule])}</h3>
    <ul>
      {identities.map((one) => (
        <li>
          <OutcomeSign view={view} one={one} />{' '}
          <a href={proofPath(view, one)}>{aboutName(view.lang, one)}</a>
        </li>
      ))}
    </ul>
  </>
)

/** Cells that something stands in, but not certainly what. */
function Unread({ lang, own }: { lang: View['lang']; own: Held }) {
  const list = figures.flatMap(({ id }) => {
    const cell = own.cells[id]
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
