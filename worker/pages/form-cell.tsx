import type { FigureId } from '#core/catalog/index.ts'
import type { Cell, Cells } from '#core/reading.ts'
import { type Lang, reasonIn } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import { signs } from './state.tsx'
import { type View, hrefIn } from './view.ts'

/** What the statutory tables are filled from. */
export interface Filled {
  readonly view: View
  readonly cells: Cells
  /** Sums that do not hold, by the figure that they should equal: the number of the finding. */
  readonly failed: ReadonlyMap<FigureId, number>
  /** The cell that the page tells more of. */
  readonly chosen: FigureId | undefined
}

interface Props {
  readonly filled: Filled
  readonly id: FigureId
  readonly colspan?: number
}

/** One cell of the form with its state; what the document has of it leads to its place and its sums. */
export function FormCell({ filled: { view, cells, failed, chosen }, id, colspan = 1 }: Props) {
  const { lang } = view
  const cell = cells[id]
  const finding = failed.get(id)
  const classes = [
    'num',
    ...(cell?.state === 'number' ? [] : ['off']),
    ...(finding ? ['failed'] : []),
  ]
  return (
    <td
      class={classes.join(' ')}
      colspan={colspan > 1 ? colspan : undefined}
      id={id === chosen ? 'chosen' : undefined}
    >
      {finding ? (
        <>
          <a href={`#finding-${finding}`}>
            ≠<span class="vh">{t(lang, 'sign_failed')}</span>
          </a>{' '}
        </>
      ) : (
        ''
      )}
      {cell ? (
        <a href={`${hrefIn(view, '', { cell: id })}#cell`}>
          <Content lang={lang} cell={cell} />
        </a>
      ) : (
        <small>{t(lang, 'unheld')}</small>
      )}
    </td>
  )
}

function Content({ lang, cell }: { lang: Lang; cell: Cell }) {
  if (cell.state === 'number')
    return <NumberContent lang={lang} value={cell.value} raw={cell.raw} />
  if (cell.state === 'unread')
    return (
      <Sign
        sign={signs.unread}
        word={t(lang, 'sign_unread', { reason: reasonIn(lang, cell.reason) })}
      />
    )
  if (cell.state === 'text') return <span lang="zh-Hans">{cell.raw}</span>
  if (cell.state === 'blank') return <Sign sign={signs.blank} word={t(lang, 'sign_blank')} />
  return <Sign sign={signs.na} word={t(lang, 'sign_na', { raw: cell.raw })} />
}

/** The number, and what was printed where that says more: 22（其中修订16件）. */
const NumberContent = ({ lang, value, raw }: { lang: Lang; value: number; raw: string }) => (
  <>
    <data value={String(value)}>{exact(value)}</data>
    {/^[\d\s,，.．０-９+-]*$/.test(raw) ? (
      ''
    ) : (
      <small>
        {' '}
        {t(lang, 'as_printed')}
        <span lang="zh-Hans">{raw}</span>
      </small>
    )}
  </>
)

const Sign = ({ sign, word }: { sign: string; word: string }) => (
  <abbr title={word}>
    <span aria-hidden="true">{sign}</span>
    <span class="vh">{word}</span>
  </abbr>
)
