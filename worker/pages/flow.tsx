import { tables } from '#core/catalog/index.ts'
import type { BarsSpec } from '#core/chart/bars.ts'
import { type FlowReport, flowSpec } from '#core/chart/flow.ts'
import { titleOf } from '#core/chart/head.ts'
import { inLang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import { Block } from './block.tsx'
import { type View, creditOf } from './view.ts'

interface Props {
  readonly view: View
  readonly bureau: BureauAsOf
  readonly report: FlowReport
}

/** Where the requests of one report came from and went; nothing where it has no table of them. */
export function Flow({ view, bureau, report }: Props) {
  const { lang } = view
  if (report.tables.requests === undefined) return <></>
  const spec = flowSpec(lang, report, creditOf(view))
  return (
    <Block
      view={view}
      id="flow"
      level={2}
      spec={spec}
      table={<FlowTable view={view} spec={spec} />}
      sources={
        <p>
          {t(lang, 'flow_source', { table: inLang(lang, tables.requests) })}{' '}
          <a href="#source">{t(lang, 'provenance')}</a>
        </p>
      }
      files={{ path: `/b/${bureau.id}/${report.year}`, query: {} }}
    />
  )
}

/** Every number of the picture. */
const FlowTable = ({ view: { lang }, spec }: { view: View; spec: BarsSpec }) => (
  <table>
    <caption>
      {titleOf(spec)}
      {lang === 'zh' ? '。' : '. '}
      {t(lang, 'unit', { unit: spec.unit })}
    </caption>
    <thead>
      <tr>
        <th scope="col">{t(lang, 'flow_step')}</th>
        <th scope="col" class="num">
          {t(lang, 'value')}
        </th>
      </tr>
    </thead>
    <tbody>
      {spec.rows.map(({ name, value, gap, disputed }) => (
        <tr>
          <th scope="row">{name}</th>
          <td class={value === null ? 'num off' : 'num'}>
            {value === null ? (
              gap
            ) : (
              <>
                {disputed === '' ? '' : <span class="disputed">≠</span>}{' '}
                <data value={String(value)}>{exact(value)}</data>
              </>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
