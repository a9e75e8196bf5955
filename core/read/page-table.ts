import type { Rule } from './page.ts'
import { frames } from './page-frame.ts'
import { type Box, Lattice } from './page-lattice.ts'
import type { Run } from './page-run.ts'

/** The ruled tables of a page. `inside` are the runs that stand in them; the others are free. */
export function tables(
  rules: readonly Rule[],
  runs: readonly Run[],
): { found: Box[][]; free: Run[] } {
  const found: Box[][] = []
  let free = [...runs]
  for (const frame of frames(rules)) {
    const lattice = Lattice.of(frame)
    if (!lattice) continue
    const inside = new Set(free.filter((run) => lattice.contains(run)))
    const boxes = lattice.boxes([...inside])
    if (boxes.length < 2) continue
    found.push(boxes)
    free = free.filter((run) => !inside.has(run))
  }
  return { found, free }
}
