import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Reading, type Refusal, isRefusal } from '#core/reading.ts'

/** What a fixture says: see the figures, their states, and whether it must be refused. */
export interface Gold {
  readonly bureau: string | null
  readonly year: number | null
  readonly edition: Readonly<Record<string, string | null>>
  readonly figures: Readonly<Record<string, number | null>>
  readonly states: Readonly<Record<string, string>>
  readonly refuse: false | string
  readonly notes: string
}

export interface Fixture {
  readonly name: string
  readonly bytes: Uint8Array
  readonly gold: Gold
}

const folder = fileURLToPath(new URL('../../fixtures/reports/', import.meta.url))

/** Every pair `name.ext` + `name.gold.json` in test/fixtures/reports: adding a case is adding two files. */
export const fixtures: readonly Fixture[] = globSync('*.gold.json', { cwd: folder })
  .toSorted()
  .map((file) => {
    const stem = file.slice(0, -'.gold.json'.length)
    const name = globSync(`${stem}.*`, { cwd: folder }).find((other) => other !== file) ?? stem
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own file
    const gold = JSON.parse(readFileSync(folder + file, 'utf8')) as Gold
    return { name, bytes: readFileSync(folder + name), gold }
  })

type Cells = Readonly<Record<string, number | string>>

/** Cells as numbers or states, to be compared as a whole. */
export function statedBy(gold: Gold): Cells {
  const figures = Object.entries(gold.figures)
  return Object.fromEntries(figures.map(([id, value]) => [id, value ?? gold.states[id] ?? '?']))
}

export function readAs(result: Reading | Refusal): Cells {
  if (isRefusal(result)) return { refused: result.refused }
  return Object.fromEntries(
    Object.entries(result.cells).map(([id, cell]) => [
      id,
      cell.state === 'number' ? cell.value : cell.state,
    ]),
  )
}
