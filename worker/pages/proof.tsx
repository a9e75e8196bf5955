import type { Context } from 'hono'
import { figure as figureOf } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { type Identity, type IdentityTerm, isBetweenYears } from '#core/check/identity.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import { figureName } from '#core/text/figure-name.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import {
  cellSign,
  equation,
  identityName,
  outcomeSigns,
  resultText,
  stateText,
} from '#core/text/proof.ts'
import { t } from '#core/text/words.ts'
import { type Account, type Held, selectAccount } from '../db/beside.ts'
import { type BureauAsOf, selectBureau } from '../db/bureaus.ts'
import type { Env } from '../env.ts'
import { placeOf, reportsOf, saidOf } from '../routes/proof-parts.ts'
import { All } from './checks.tsx'
import { errorPage } from './error.tsx'
import { page } from './layout.tsx'
import { Provenance } from './provenance.tsx'
import { type View, hrefIn, nameOf, viewOf } from './view.ts'
import { Badges } from './words.tsx'

type Sum = Identity<Held>

interface Props {
  readonly view: View
  readonly bureau: BureauAsOf
  readonly year: number
  readonly one: Sum
}

/** One arithmetic identity of a report: what should be equal, cell by cell, whether it is, and where it is printed. */
export async function proofPage(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang, release } = view
  const { bureau: id = '', year: yearText = '', rule = '' } = c.req.param()
  const bureau = await selectBureau(c.var.db, id, release)
  if (!bureau) return errorPage(c, 404, t(lang, 'no_such_bureau', { id }))
  const name = nameOf(lang, bureau)
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : 0
  const account = await selectAccount(c.var.db, bureau, year, release)
  if (!account) return errorPage(c, 404, t(lang, 'no_such_report', { name, year: yearText }))
  const one = account.identities.find((identity) => identity.id === rule)
  if (!one) return noSuchProof(c, view, { bureau, account, rule })

  const label = inLang(lang, ruleBook[one.rule])
  const title = `${label}${lang === 'zh' ? '：' : ': '}${identityName(lang, one)}`
  return page(
    c,
    view,
    {
      title,
      description: t(lang, 'proof_description', {
        bureau: name,
        year,
        name: identityName(lang, one),
        result: resultText(lang, one),
      }),
      crumbs: crumbsOf(view, bureau, year),
    },
    <>
      <h1>
        {label}
        <Badges lang={lang} of={bureau} excerpt={account.own.report.excerpt} />
      </h1>
      <Body view={view} bureau={bureau} year={year} one={one} />
    </>,
  )
}

const crumbsOf = (view: View, bureau: BureauAsOf, year: number) =>
  [
    ['/', t(view.lang, 'home')],
    [`/b/${bureau.id}`, nameOf(view.lang, bureau)],
    [`/b/${bureau.id}/${year}`, t(view.lang, 'report_of_year', { year })],
  ] as const

function Body({ view, bureau, year, one }: Props) {
  const { lang } = view
  const { words, numbers } = equation(lang, one)
  const report = `/b/${bureau.id}/${year}`
  return (
    <>
      {bureau.madeUp && <p class="notice">{t(lang, 'made_up_banner')}</p>}
      <p class="lead">
        {identityName(lang, one)}
        {lang === 'zh' ? '，' : ', '}
        <a href={hrefIn(view, report)}>
          {t(lang, 'report_title', { name: nameOf(lang, bureau), year })}
        </a>
      </p>
      <p class={`result ${one.outcome}`}>
        <b aria-hidden="true">{outcomeSigns[one.outcome]}</b> {resultText(lang, one)}
      </p>
      <Said view={view} one={one} />
      <h2>{t(lang, 'proof_formula')}</h2>
      <p class="equation">{words}</p>
      <p class="equation">
        <span class="soft">{t(lang, 'as_printed')}</span>
        {numbers}
      </p>
      <Cells view={view} one={one} />
      {reportsOf(one).map((held) => (
        <section>
          <h2>{sourceTitle(lang, held)}</h2>
          <Provenance view={view} report={held.report} />
        </section>
      ))}
      <p class="actions">
        <a href={`${hrefIn(view, report)}#checks`}>{t(lang, 'proof_report')}</a>
        <a href={hrefIn({ ...view, lang: 'zh' }, `/proof/${bureau.id}/${year}/${one.id}.json`)}>
          {t(lang, 'proof_json')}
        </a>
      </p>
    </>
  )
}

const sourceTitle = (lang: Lang, { bureau, year }: Held): string =>
  t(lang, 'proof_source', { name: nameOf(lang, bureau), year })

/** What is known of why both sides stand as they are. */
function Said({ view: { lang }, one }: { view: View; one: Sum }) {
  const { isDismissed, reason } = saidOf(one)
  const isHint = ruleBook[one.rule].severity !== 'error'
  const isMerged = reportsOf(one).length > 2
  const said = isDismissed
    ? t(lang, 'proof_dismissed')
    : reason === null
      ? t(lang, 'proof_no_reason')
      : t(lang, 'proof_reason', { reason })
  return (
    <>
      {one.outcome === 'fail' && isHint ? <p class="text">{t(lang, 'proof_heuristic')}</p> : ''}
      {one.outcome === 'fail' && (!isHint || isDismissed || reason !== null) ? (
        <p class="notice">{said}</p>
      ) : (
        ''
      )}
      {isMerged ? <p class="text">{t(lang, 'proof_merged')}</p> : ''}
    </>
  )
}

function Cells({ view, one }: { view: View; one: Sum }) {
  const { lang } = view
  const [first] = one.left
  const unit = first ? inLang(lang, unitLabels[figureOf(first.id).unit]) : ''
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={t(lang, 'proof_cells')}>
      <table class="proof">
        <caption>
          {t(lang, 'proof_cells')}
          {lang === 'zh' ? '。' : '. '}
          {t(lang, 'unit', { unit })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(lang, 'proof_cell')}</th>
            <th scope="col" class="num">
              {t(lang, 'value')}
            </th>
            <th scope="col">{t(lang, 'cell_state')}</th>
            <th scope="col">{t(lang, 'cell_place')}</th>
          </tr>
        </thead>
        <Side view={view} one={one} side="left" />
        <Side view={view} one={one} side="right" />
      </table>
    </div>
  )
}

function Side({ view, one, side }: { view: View; one: Sum; side: 'left' | 'right' }) {
  const { lang } = view
  const terms = one[side]
  const sum = side === 'left' ? one.leftSum : one.rightSum
  const isWhole = terms.every(({ cell }) => cell?.state === 'number')
  return (
    <tbody>
      <tr>
        <th class="head" colspan={4} scope="rowgroup">
          {t(lang, side === 'left' ? 'proof_left' : 'proof_right')}
        </th>
      </tr>
      {terms.map((term) => (
        <Row view={view} term={term} isYears={isBetweenYears(one.id)} />
      ))}
      <tr class="sum">
        <th scope="row">{t(lang, 'proof_sum')}</th>
        <td class="num">{terms.some(({ cell }) => cell?.state === 'number') ? exact(sum) : '—'}</td>
        <td colspan={2}>{isWhole ? '' : t(lang, 'proof_some')}</td>
      </tr>
    </tbody>
  )
}

interface RowProps {
  readonly view: View
  readonly term: IdentityTerm<Held>
  readonly isYears: boolean
}

function Row({ view, term: { id, cell, minus, of }, isYears }: RowProps) {
  const { lang } = view
  const { row, column } = placeOf(of.report, id)
  const name = figureName(lang, id)
  const address = hrefIn(view, `/b/${of.bureau.id}/${of.year}`, { cell: id })
  return (
    <tr>
      <th scope="row">
        {minus ? t(lang, 'proof_minus') : ''}
        {cell ? <a href={`${address}#cell`}>{name}</a> : name}
        {isYears ? (
          <small>
            {' '}
            {t(lang, 'report_named', { name: nameOf(lang, of.bureau), year: of.year })}
          </small>
        ) : (
          ''
        )}
      </th>
      <td class={cell?.state === 'number' ? 'num' : 'num off'}>{cellSign(cell)}</td>
      <td class="off">{stateText(lang, cell)}</td>
      <td lang="zh-Hans">{t('zh', 'cell_labels', { row, column })}</td>
    </tr>
  )
}

interface Missing {
  readonly bureau: BureauAsOf
  readonly account: Account
  readonly rule: string
}

/** There is no such check: the page lists those that there are. What no release keeps is said. */
function noSuchProof(c: Context<Env>, view: View, { bureau, account, rule }: Missing) {
  const { lang } = view
  const { year } = account.own
  const title = t(lang, 'error_404')
  return page(
    c,
    view,
    {
      title,
      description: title,
      status: 404,
      unlisted: true,
      crumbs: crumbsOf(view, bureau, year),
    },
    <>
      <h1>{title}</h1>
      <p class="lead">
        {view.release && isBetweenYears(rule)
          ? t(lang, 'years_not_kept')
          : t(lang, 'proof_missing', { name: nameOf(lang, bureau), year, id: rule })}
      </p>
      <p class="actions">
        <a href={hrefIn(view, `/b/${bureau.id}/${year}`)}>{t(lang, 'proof_report')}</a>
      </p>
      <All view={view} identities={account.identities} open />
    </>,
  )
}
