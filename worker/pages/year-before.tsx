import type { Identity } from '#core/check/identity.ts'
import { failureText, restatedText } from '#core/text/finding.ts'
import { t } from '#core/text/words.ts'
import type { Account, Held } from '../db/beside.ts'
import { saidOf } from '../routes/proof-parts.ts'
import { proofPath } from './proof-line.tsx'
import type { View } from './view.ts'

interface Props {
  readonly view: View
  readonly account: Account
}

/** What was carried over, as both years' reports have it where they differ. What is merely unusual is not told here. */
export function YearBefore({ view, account }: Props) {
  const list = account.identities.filter(isRestated)
  const words = { year: account.own.year - 1 }
  return list.length === 0 ? (
    <></>
  ) : (
    <section id="year-before">
      <h2>{t(view.lang, 'year_before')}</h2>
      <p class="notice">
        {t(view.lang, 'year_before_help', words)}
        <Reason view={view} list={list} />
      </p>
      <Items view={view} list={list} text={failureText} />
    </section>
  )
}

/** The same of the next year: what its report says of this one's carry-over otherwise. */
export function YearAfter({ view, account }: Props) {
  const list = account.next.filter(isRestated)
  const words = { year: account.own.year + 1 }
  return list.length === 0 ? (
    <></>
  ) : (
    <section id="year-after">
      <h2>{t(view.lang, 'year_after')}</h2>
      <p class="notice">
        {t(view.lang, 'year_after_help', words)}
        <Reason view={view} list={list} />
      </p>
      <Items view={view} list={list} text={restatedText} />
    </section>
  )
}

/** Both years differ, and no person has found it to be nothing. */
const isRestated = (one: Identity<Held>): boolean =>
  one.rule === 'X-CARRY' && one.outcome === 'fail' && !saidOf(one).isDismissed

function Reason({ view: { lang }, list }: { view: View; list: readonly Identity<Held>[] }) {
  const [reason] = list.flatMap((one) => saidOf(one).reason ?? [])
  return (
    <>
      {reason === undefined ? t(lang, 'year_no_reason') : t(lang, 'year_before_reason', { reason })}
    </>
  )
}

interface ItemsProps {
  readonly view: View
  readonly list: readonly Identity<Held>[]
  readonly text: typeof failureText
}

const Items = ({ view, list, text }: ItemsProps) => (
  <ul>
    {list.map((one) => (
      <li>
        {text(view.lang, one)} <a href={proofPath(view, one)}>{t(view.lang, 'proof_see')}</a>
      </li>
    ))}
  </ul>
)
