import { wrap } from './text.ts'

/** A name for the end of its line: rows of eight squares. */
export const nameRows = (name: string): string[] => wrap(name, 8)

/** A label beside the end of a line; `y` is where its first row would like to stand, `tall` how much room it takes. */
export interface EndLabel {
  readonly y: number
  readonly tall: number
}

/** Labels that stand in one column, at the same `x`, are moved apart; columns do not mind each other. */
export const moveApartByColumn = <L extends EndLabel & { readonly x: number }>(
  labels: readonly L[],
  edges: { readonly top: number; readonly bottom: number },
): L[] =>
  [...new Set(labels.map(({ x }) => x))].flatMap((x) =>
    moveApart(
      labels.filter((label) => label.x === x),
      edges,
    ),
  )

/** Moves labels apart where they would touch: down from the top, then up from the bottom edge. Topmost first. */
export function moveApart<L extends EndLabel>(
  labels: readonly L[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): L[] {
  // oxlint-disable-next-line unicorn/no-array-sort -- runs in browsers that have no toSorted
  const placed = [...labels].sort((a, b) => a.y - b.y)
  let floor = top
  for (const [i, label] of placed.entries()) {
    const y = Math.max(label.y, floor)
    placed[i] = { ...label, y }
    floor = y + label.tall + 3
  }
  let ceiling = bottom
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const label = placed[i]
    if (!label) continue
    const y = Math.min(label.y, ceiling - label.tall)
    placed[i] = { ...label, y }
    ceiling = y - 3
  }
  return placed
}
