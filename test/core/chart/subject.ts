import type { Subject } from '#core/chart/spec.ts'
import { type State, states } from '#core/reading.ts'

/** `45`, `blank`, `na` …; `-` is a year without a report, `!` behind it an excerpt, `≠` a sum that does not hold, `@2019` the 2019 form. */
export function subject(
  name: string,
  first: number,
  cells: string,
  scope: Subject['scope'] = 'own',
): Subject {
  const held = cells
    .split(' ')
    .flatMap((cell, i) => (cell === '-' ? [] : [{ cell, year: first + i }]))
  return {
    name,
    scope,
    reports: held.map(({ cell, year }) => {
      const edition = cell.includes('@2019') ? '2019' : '2021'
      return {
        year,
        tables: cell.startsWith('absent')
          ? {}
          : { disclosure: edition, requests: edition, reviews: 'any' },
        excerpt: cell.includes('!'),
      }
    }),
    points: held.map(({ cell, year }) => {
      const text = cell.replace(/!|≠|@2019/g, '')
      const state = stateOf(text)
      const value = state === 'number' ? Number(text) : null
      return { year, value, state, disputed: cell.includes('≠') }
    }),
  }
}

const stateOf = (text: string): State => states.find((state) => state === text) ?? 'number'

export const credit = { data: 34, at: '2026-11-22T17:30:00Z' }
