import { applicantIds, requestRowIds } from '#core/catalog/index.ts'
import {
  type RequestRow,
  type RowGroup,
  applicants,
  organisation,
  requestRows,
  requests,
  rowGroups,
} from '#core/catalog/requests.ts'
import type { Edition, Label, TableEdition } from '#core/catalog/table.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { type Filled, FormCell } from './form-cell.tsx'

interface Row extends Label {
  readonly in?: RowGroup
  readonly edition?: Edition
}

const rowOf = (id: RequestRow): Row => requestRows[id]

const isInner = (group: RowGroup | undefined): group is Exclude<RowGroup, 'results'> =>
  group !== undefined && group !== 'results'

/** Part 三: who asked, across; what became of it, down. */
export function RequestsTable({ filled, edition }: { filled: Filled; edition: TableEdition }) {
  const ids = requestRowIds.filter((id) => {
    const { edition: only } = rowOf(id)
    return only === undefined || only === edition
  })
  return (
    <table class="form">
      <Header lang={filled.view.lang} />
      <tbody>
        {ids.map((id, i) => (
          <tr class={id === 'outcome_total' ? 'sum' : undefined}>
            <Stub lang={filled.view.lang} ids={ids} at={i} />
            {applicantIds.map((column) => (
              <FormCell filled={filled} id={`${id}.${column}`} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const inResults = (group: RowGroup | undefined): boolean => group !== undefined

/** The labels left of a row: a group's label stands once, beside all its rows. */
function Stub({ lang, ids, at }: { lang: Lang; ids: readonly RequestRow[]; at: number }) {
  const id = ids[at]
  if (id === undefined) return <></>
  const row = rowOf(id)
  const before = ids[at - 1]
  const above = before === undefined ? undefined : rowOf(before).in
  const results = ids.filter((other) => inResults(rowOf(other).in)).length
  const group = isInner(row.in) ? row.in : undefined
  const size = ids.filter((other) => rowOf(other).in === row.in).length
  return (
    <>
      {inResults(row.in) && !inResults(above) ? (
        <th scope="rowgroup" rowspan={results}>
          {inLang(lang, rowGroups.results)}
        </th>
      ) : (
        ''
      )}
      {group && above !== group ? (
        <th scope="rowgroup" rowspan={size}>
          {inLang(lang, rowGroups[group])}
        </th>
      ) : (
        ''
      )}
      <th class="leaf" scope="row" colspan={row.in === undefined ? 3 : group ? undefined : 2}>
        {inLang(lang, row)}
      </th>
    </>
  )
}

const Header = ({ lang }: { lang: Lang }) => (
  <thead>
    <tr>
      <th class="leaf" colspan={3} rowspan={3} scope="col">
        {inLang(lang, requests.note)}
      </th>
      <th colspan={7} scope="colgroup">
        {inLang(lang, requests.applicantsHead)}
      </th>
    </tr>
    <tr>
      <th rowspan={2} scope="col">
        {inLang(lang, applicants.natural_person)}
      </th>
      <th colspan={5} scope="colgroup">
        {inLang(lang, organisation)}
      </th>
      <th rowspan={2} scope="col">
        {inLang(lang, applicants.total)}
      </th>
    </tr>
    <tr>
      {applicantIds
        .filter((id) => id.startsWith('org_'))
        .map((id) => (
          <th scope="col">{inLang(lang, applicants[id])}</th>
        ))}
    </tr>
  </thead>
)
