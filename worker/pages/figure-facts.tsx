import {
  type FigureId,
  applicantIds,
  figure as figureOf,
  isFigureId,
  requestRowIds,
  tables,
} from '#core/catalog/index.ts'
import type { Child } from 'hono/jsx'
import { applicants, requestRows } from '#core/catalog/requests.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import type { FigureNote } from '#core/text/figure-notes.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { unitOf } from './figure-answer.ts'
import type { MeasureId } from './figure-asked.ts'
import { partOf } from './part.ts'
import { type View, hrefIn } from './view.ts'

interface Props {
  readonly view: View
  readonly measure: MeasureId
  readonly note: FigureNote | undefined
}

/** What it is, where it stands in the form, and what may not be done with it. */
export function FigureFacts({ view, measure, note }: Props) {
  const { lang } = view
  return (
    <>
      {note && <p class="text">{note.means}</p>}
      <dl class="pairs">
        {isFigureId(measure) && <FormPlace lang={lang} figure={measure} />}
        <Pair word={t(lang, 'unit_is')}>{unitOf(lang, measure)}</Pair>
        {note && note.basis !== '' ? (
          <Pair word={t(lang, 'legal_basis')}>
            {note.basis + (note.inForm ? '' : t(lang, 'basis_background'))}
          </Pair>
        ) : (
          ''
        )}
        {note && note.crossings.length > 0 ? (
          <Pair word={t(lang, 'two_forms')}>
            {note.crossings.map((one) => crossingText(lang, one)).join('')}
          </Pair>
        ) : (
          ''
        )}
        <Pair word={t(lang, 'not_done')}>{notDone(lang, measure)}</Pair>
        <Pair word={t(lang, 'figure_id')}>
          <code>{measure}</code>{' '}
          <a href={hrefIn(view, '/compare', { figure: measure })}>{t(lang, 'compare')}</a>
        </Pair>
      </dl>
    </>
  )
}

const Pair = ({ word, children }: { word: string; children?: Child }) => (
  <>
    <dt>{word}</dt>
    <dd>{children}</dd>
  </>
)

function FormPlace({ lang, figure: id }: { lang: Lang; figure: FigureId }) {
  const { table, editions, zh, en } = figureOf(id)
  const row = requestRowIds.find((one) => id.startsWith(`${one}.`))
  const column = applicantIds.find((one) => id.endsWith(`.${one}`))
  const cell =
    row === undefined || column === undefined
      ? inLang(lang, { zh, en })
      : t(lang, 'row_column', {
          row: inLang(lang, requestRows[row]),
          column: inLang(lang, applicants[column]),
        })
  return (
    <>
      <Pair word={t(lang, 'in_form')}>
        {t(lang, 'part_cell', {
          part: partOf(lang, table),
          table: inLang(lang, tables[table]),
          cell,
        })}
      </Pair>
      <Pair word={t(lang, 'in_editions')}>
        {editions
          .map((edition) => t(lang, 'edition_of', { edition }))
          .join(lang === 'zh' ? '、' : ', ')}
      </Pair>
    </>
  )
}

function crossingText(lang: Lang, { from, to, relation, note }: FigureNote['crossings'][number]) {
  const side = (names: readonly string[]) =>
    names.length === 0 ? t(lang, 'no_such_item') : names.join(' + ')
  const isOne = from.join() === to.join()
  return isOne
    ? t(lang, 'crossing_same', { relation, note })
    : t(lang, 'crossing', { from: side(from), to: side(to), relation, note })
}

/** Why it may not be added up, and what it is never held against. */
function notDone(lang: Lang, measure: MeasureId): string {
  const refused = mayAdd(measure)
  return [
    ...(refused ? [`${inLang(lang, refused)}${lang === 'zh' ? '。' : ''}`] : []),
    t(lang, 'not_across_scopes'),
  ].join(lang === 'zh' ? '' : ' ')
}
