import { type Figure, figures } from '#core/catalog/index.ts'
import { type Assessment, compare } from './assessment.ts'
import type { YearReading } from './continuity.ts'
import { term } from './judge.ts'

/**
 * The report of an area against the sum of its bureaus' reports, figure by figure. `undefined` among the children
 * stands for a report that is missing. Nothing is compared unless every child is there for the same year, every
 * scope is known, and the parent's is the whole area.
 */
export function hierarchyFindings(
  area: YearReading,
  children: readonly (YearReading | undefined)[],
): Assessment[] {
  const present = children.filter((child) => child !== undefined)
  const complete =
    children.length > 0 &&
    present.length === children.length &&
    present.every(({ year, scope }) => year === area.year && scope !== null)
  if (!complete || area.scope !== 'area') return []
  return figures
    .filter((one) => adds(one) && sameTable(one, [area, ...present]))
    .filter(({ id }) => area.cells[id] !== undefined)
    .map(({ id }) =>
      compare({
        rule: 'X-HIER',
        basis: 'parts',
        left: [term(area.cells, id)],
        right: present.map(({ cells }) => term(cells, id)),
      }),
    )
}

/** Decisions, documents, requests and money add up over bureaus; kinds of items (项) are the same ones counted again. */
const adds = ({ unit }: Figure): boolean => unit === 'item' || unit === 'wan'

const sameTable = ({ table, editions }: Figure, all: readonly YearReading[]): boolean =>
  all.every(({ tables }) => {
    const edition = tables[table]
    return (
      edition !== undefined && (edition === 'any' || edition === null || editions.includes(edition))
    )
  })
