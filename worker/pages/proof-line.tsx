import { type Identity, isBetweenYears } from '#core/check/identity.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import { failureText } from '#core/text/finding.ts'
import { inLang } from '#core/text/lang.ts'
import { identityName, outcomeSigns, outcomeWords } from '#core/text/proof.ts'
import { t } from '#core/text/words.ts'
import type { Held } from '../db/beside.ts'
import { saidOf, tellerOf } from '../routes/proof-parts.ts'
import { type View, hrefIn } from './view.ts'

interface Props {
  readonly view: View
  readonly one: Identity<Held>
}

/** Where an identity is proved. What is between years is only told of now. */
export function proofPath(view: View, one: Identity<Held>): string {
  const { bureau, year } = tellerOf(one)
  return hrefIn(view, `/proof/${bureau.id}/${year}/${one.id}`)
}

/** How an identity comes out: the sign, and the word for those who do not see it. */
export const OutcomeSign = ({ view: { lang }, one }: Props) => (
  <abbr title={t(lang, outcomeWords[one.outcome])}>
    <span aria-hidden="true">{outcomeSigns[one.outcome]}</span>
    <span class="vh">{t(lang, outcomeWords[one.outcome])}</span>
  </abbr>
)

/** An identity on a line: how it comes out, what it says, and, where it does not hold, both sides. */
export function ProofLine({ view, one }: Props) {
  const { lang } = view
  const { year } = tellerOf(one)
  const isBetween = isBetweenYears(one.id)
  return (
    <li class={one.outcome === 'fail' ? 'broken' : undefined}>
      <OutcomeSign view={view} one={one} />{' '}
      <a href={proofPath(view, one)}>
        {identityName(lang, one)}
        {isBetween ? t(lang, 'proof_of_year', { year }) : ''}
      </a>{' '}
      {one.outcome === 'fail' ? (
        <>
          {failureText(lang, one)} {saidOf(one).isDismissed ? t(lang, 'proof_dismissed') : ''}
        </>
      ) : (
        <span class="soft">{inLang(lang, ruleBook[one.rule])}</span>
      )}
    </li>
  )
}
