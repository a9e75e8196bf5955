import { figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { hueOf } from '#core/chart/hue.ts'
import { type Spreaded, stripSpec } from '#core/chart/strip.ts'
import { percents } from '#core/indicator/spread.ts'
import { figureName } from '#core/text/figure-name.ts'
import { inLang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import type { PeerMedians } from '../../db/medians.ts'
import type { Seen } from '../../routes/bureau-seen.ts'
import type { Who } from '../../routes/bureau-specs.ts'
import { Block } from '../block.tsx'
import { type View, creditOf, hrefIn } from '../view.ts'

interface Props {
  readonly view: View
  readonly who: Who
  readonly seen: Seen
  readonly medians: PeerMedians | null
}

interface Peer extends Spreaded {
  readonly figure: Parameters<typeof hueOf>[0]
}

/** The bureau among its peers in the newest year; nothing where the median of the peers is not asked for. */
export function Peers({ view, who, seen, medians }: Props) {
  const { lang } = view
  const year = seen.held.at(-1)?.year
  const rows = medians && year !== undefined ? peersIn({ view, who, seen, medians }, year) : []
  if (!medians?.place || year === undefined || rows.every(({ percentiles }) => !percentiles))
    return <></>
  const place = inLang(lang, medians.place)
  const head = {
    heading: t(lang, 'peers_heading'),
    subject: t(lang, 'peers_subject', { name: who.name, place, year }),
    unit: inLang(lang, unitLabels.item),
  }
  return (
    <Block
      view={view}
      id="peers"
      level={2}
      spec={stripSpec(lang, head, rows, creditOf(view))}
      table={<PeerTable view={view} who={who} year={year} rows={rows} />}
      sources={<p>{t(lang, 'peers_source', { place })}</p>}
    />
  )
}

/** Figures that are counted alike: one axis holds them all. */
const peersIn = (
  { view: { lang }, seen, medians }: Props & { medians: PeerMedians },
  year: number,
): Peer[] =>
  medians.medians.flatMap(({ measure, n, percentiles, ...own }) =>
    own.year === year && isFigureId(measure) && figureOf(measure).unit === 'item'
      ? [
          {
            figure: measure,
            name: figureName(lang, measure),
            hue: hueOf(measure),
            n,
            percentiles,
            own: seen.points(measure).find((point) => point.year === year)?.value ?? null,
          },
        ]
      : [],
  )

const PeerTable = ({
  view,
  who,
  year,
  rows,
}: Pick<Props, 'view' | 'who'> & { year: number; rows: readonly Peer[] }) => (
  <div class="scroll">
    <table class="years">
      <caption>{t(view.lang, 'strip_key')}</caption>
      <thead>
        <tr>
          <th scope="col">{t(view.lang, 'compare_figure')}</th>
          <th scope="col" class="num">
            {t(view.lang, 'this_bureau')}
          </th>
          {percents.map((one) => (
            <th scope="col" class="num">{`P${one}`}</th>
          ))}
          <th scope="col" class="num">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ figure, name, n, own, percentiles }) => (
          <tr>
            <th scope="row">
              <a href={hrefIn(view, `/f/${figure}`)}>{name}</a>
            </th>
            <td class="num">
              <a href={`${hrefIn(view, `/b/${who.id}/${year}`, { cell: figure })}#cell`}>
                {own === null ? '—' : exact(own)}
              </a>
            </td>
            {percents.map((one) => (
              <td class="num">{percentiles ? exact(percentiles[`p${one}`]) : '—'}</td>
            ))}
            <td class="num">{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
