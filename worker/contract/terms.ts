import { html } from 'hono/html'
import { applicantIds, figures, isFigureId, requestRowIds, tableOf } from '#core/catalog/index.ts'
import { applicants } from '#core/catalog/requests.ts'
import type { Label, TableId } from '#core/catalog/table.ts'
import { groupSums } from '#core/indicator/quantity.ts'
import { type Term, glossary } from '#core/text/glossary.ts'
import { rowMeanings } from '#core/text/glossary/requests.ts'
import { type Lang, listOf } from '#core/text/lang.ts'
import type { Html } from './written.ts'

/** Words of one kind, under a heading of their own. */
interface Group {
  readonly id: string
  readonly title: Label
  /** Whether a term is of this kind; each belongs to the first group that takes it. */
  readonly takes: (id: string) => boolean
  /** What stands above the list. */
  readonly note?: Label
  /** The words alone: their definitions would all say the same. */
  readonly isPlain?: true
}

const beginning =
  (...kinds: readonly string[]) =>
  (id: string): boolean =>
    kinds.some((kind) => id.startsWith(`${kind}.`))

const ofTable =
  (table: TableId) =>
  (id: string): boolean =>
    isFigureId(id) && tableOf(id) === table

const groups = (): readonly Group[] => [
  {
    id: 'states',
    title: { zh: '单元格的状态', en: 'States of a cell' },
    takes: beginning('state'),
  },
  {
    id: 'disclosure',
    title: { zh: '主动公开', en: 'Disclosure' },
    takes: ofTable('disclosure'),
  },
  {
    id: 'requests',
    title: { zh: '申请与办理结果', en: 'Requests and outcomes' },
    takes: ofTable('requests'),
    note: applicantNote(),
  },
  {
    id: 'reviews',
    title: { zh: '复议和诉讼', en: 'Reviews and lawsuits' },
    takes: ofTable('reviews'),
  },
  {
    id: 'rates',
    title: { zh: '小计与比率', en: 'Sums of groups, and rates' },
    takes: (id) => id in groupSums || /_(?:rate|share|closed)$/.test(id),
  },
  {
    id: 'forms',
    title: { zh: '表式与对照', en: 'Form and crosswalk' },
    takes: beginning('table', 'edition', 'relation'),
  },
  {
    id: 'bureaus',
    title: { zh: '口径、层级与沿革', en: 'Scope, level and lineage' },
    takes: beginning('scope', 'level', 'lineage'),
  },
  {
    id: 'sectors',
    title: { zh: '系统', en: 'Sectors' },
    takes: beginning('sector'),
    isPlain: true,
  },
  { id: 'rules', title: { zh: '核对规则', en: 'Rules' }, takes: beginning('rule') },
  { id: 'words', title: { zh: '其他用语', en: 'Other words' }, takes: () => true },
]

/** Who applied, said once: every row of the table has the same columns. */
const applicantNote = (): Label => ({
  zh: `每行按申请人分列：${applicantNames('zh')}。`,
  en: `Each row has a column for each kind of applicant: ${applicantNames('en')}.`,
})

const applicantNames = (lang: Lang): string =>
  listOf(
    lang,
    applicantIds.map((id) => applicants[id][lang]),
  )

/** Every word with its anchor: the glossary as a page shows it. */
export function glossarySection(lang: Lang): Html {
  const kinds = groups()
  const terms = Map.groupBy(glossary().terms, ({ id }) => kinds.find(({ takes }) => takes(id)))
  return html`${kinds.map(
    (group) =>
      html`<h3 id="${group.id}">${group.title[lang]}</h3>
        ${group.note ? html`<p class="text">${group.note[lang]}</p>` : ''}
        ${list(lang, group, terms.get(group) ?? [])}`,
  )}`
}

const list = (lang: Lang, { isPlain }: Group, terms: readonly Term[]): Html =>
  isPlain
    ? html`<p class="text">
        ${terms.map(({ id, [lang]: word }) => html`<span id="${id}">${word}</span> `)}
      </p>`
    : html`<dl class="terms">${terms.map((term) => entry(lang, term))}</dl>`

/** What stands in a table for it. */
const signs: Readonly<Record<string, string>> = {
  'state.number': '0',
  'state.blank': '·',
  'state.na': '／',
  'state.unread': '?',
  disputed: '≠',
}

function entry(lang: Lang, term: Term): Html | string {
  const row = requestRowIds.find((id) => term.id.startsWith(`${id}.`))
  if (row && term.id !== `${row}.total`) return ''
  const basis = term.legal_basis ? html`<small>${term.legal_basis[lang]}</small>` : ''
  const sign = signs[term.id]
  return html`<dt id="${term.id}">
      ${row ? rowName(lang, row, term) : term[lang]}${sign ? html` <code>${sign}</code>` : ''}
    </dt>
    <dd>${row ? rowMeanings[row][lang] : term.definition[lang]} ${basis}</dd>`
}

/** A row stands for its cells: their anchors are there, their definitions would only repeat. */
function rowName(lang: Lang, row: string, total: Term): Html {
  const cells = figures.flatMap(({ id }) => (id.startsWith(`${row}.`) ? [id] : []))
  const others = cells.filter((id) => id !== total.id).map((id) => html`<i id="${id}"></i>`)
  return html`${others}${total[lang].replace(/(?:·总计|, Total)$/, '')}`
}
