import { type FigureId, figure as figureOf, isFigureId, tables } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import { figureName } from '#core/text/figure-name.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import { stateText } from '#core/text/proof.ts'
import { t } from '#core/text/words.ts'
import type { Cell, Spot } from '#core/reading.ts'
import type { Account } from '../db/beside.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import { brokenRules } from '../routes/hints.ts'
import { placeOf } from '../routes/proof-parts.ts'
import { ProofLine } from './proof-line.tsx'
import { Provenance } from './provenance.tsx'
import { type View, hrefIn } from './view.ts'

interface Props {
  readonly view: View
  readonly bureau: BureauAsOf
  readonly account: Account
  /** What `?cell=` names. */
  readonly asked: string
}

/** The cell that `?cell=` names; undefined where there is no figure of the name, or the document lacks it. */
export const chosenCell = (asked: string, { own }: Account): FigureId | undefined =>
  isFigureId(asked) && own.cells[asked] ? asked : undefined

/** One cell in full, or why there is nothing to tell of it. */
export function CellPanel({ asked, ...props }: Props) {
  const { view, account } = props
  const id = chosenCell(asked, account)
  const cell = id && account.own.cells[id]
  return id && cell ? (
    <Panel {...props} id={id} cell={cell} />
  ) : (
    <p class="notice" id="cell">
      {isFigureId(asked)
        ? t(view.lang, 'cell_absent', { figure: figureName(view.lang, asked) })
        : t(view.lang, 'cell_unknown', { id: asked })}
    </p>
  )
}

interface PanelProps extends Omit<Props, 'asked'> {
  readonly id: FigureId
  readonly cell: Cell
}

function Panel(props: PanelProps) {
  const { view, bureau, account, id } = props
  const { lang } = view
  const { own } = account
  return (
    <section id="cell" class="cell" tabindex={-1} aria-labelledby="cell-h">
      <h2 id="cell-h">{figureName(lang, id)}</h2>
      <p class="actions">
        <a href="#chosen">{t(lang, 'cell_back')}</a>
        <a href={hrefIn(view, `/f/${id}`)}>{t(lang, 'cell_definition')}</a>
        {view.release ? (
          ''
        ) : (
          <a href={`/api/v1/observations/${bureau.id}/${own.year}/${id}/source`}>
            {t(lang, 'cell_json')}
          </a>
        )}
        <a href={hrefIn(view, `/b/${bureau.id}/${own.year}`)}>{t(lang, 'cell_close')}</a>
      </p>
      <Provenance view={view} report={own.report}>
        <Value {...props} />
      </Provenance>
      <Sums {...props} />
      <Hints {...props} />
    </section>
  )
}

/** What stands in the cell, and where the cell stands. */
function Value({ view: { lang }, account: { own }, id, cell }: PanelProps) {
  const { table, unit } = figureOf(id)
  const place = placeOf(own.report, id)
  return (
    <>
      <dt>{t(lang, 'value')}</dt>
      <dd>
        {cell.state === 'number' ? (
          <>
            <strong>
              <data value={String(cell.value)}>{exact(cell.value)}</data>
            </strong>{' '}
            {inLang(lang, unitLabels[unit])}
            {lang === 'zh' ? '（' : ' ('}
            {stateText(lang, cell)}
            {lang === 'zh' ? '）' : ')'}
          </>
        ) : (
          stateText(lang, cell)
        )}
      </dd>
      <dt>{t(lang, 'cell_raw')}</dt>
      <dd lang="zh-Hans">{cell.raw.trim() === '' ? t('zh', 'cell_raw_none') : cell.raw}</dd>
      <dt>{t(lang, 'cell_place')}</dt>
      <dd>
        {t(lang, 'cell_table', { table: inLang(lang, tables[table]) })}
        <span lang="zh-Hans">
          {t('zh', 'cell_labels', { row: place.row, column: place.column })}
        </span>
        {spotText(lang, place)}
      </dd>
    </>
  )
}

/** Where on the page, as far as the format tells. */
function spotText(lang: Lang, { line, page, box }: Spot): string {
  const words = [
    ...(page === undefined ? [] : [t(lang, 'cell_page', { page })]),
    ...(line === undefined ? [] : [t(lang, 'cell_line', { line })]),
    ...(box === undefined ? [] : [boxText(lang, box)]),
  ]
  return words.map((word) => (lang === 'zh' ? `，${word}` : `, ${word}`)).join('')
}

function boxText(lang: Lang, box: NonNullable<Spot['box']>): string {
  const [x, y, width, height] = box.map((length) => Math.round(length))
  return t(lang, 'cell_box', {
    x: x ?? '',
    y: y ?? '',
    width: width ?? '',
    height: height ?? '',
  })
}

/** The sums that the cell is part of, those of the next report included: what it carries in is what this one carries out. */
function Sums({ view, account, id }: PanelProps) {
  const { lang } = view
  const own = account.identities.filter(({ left, right }) =>
    [...left, ...right].some((term) => term.id === id && term.of === account.own),
  )
  const next = account.next.filter(({ right }) => right.some((term) => term.id === id))
  return (
    <>
      <h3>{t(lang, 'cell_sums')}</h3>
      {own.length + next.length === 0 ? (
        <p>{t(lang, 'cell_sums_none')}</p>
      ) : (
        <ul class="proofs">
          {[...own, ...next].map((one) => (
            <ProofLine view={view} one={one} />
          ))}
        </ul>
      )}
      {view.release ? <p class="soft small">{t(lang, 'years_not_kept')}</p> : ''}
    </>
  )
}

function Hints({ view: { lang }, bureau, account, id }: PanelProps) {
  const rules = brokenRules(account, bureau, id)
  if (rules.length === 0) return <></>
  return (
    <>
      <h3>{t(lang, 'cell_hints')}</h3>
      <ul>
        {rules.map((rule) => (
          <li>{inLang(lang, ruleBook[rule])}</li>
        ))}
      </ul>
    </>
  )
}
