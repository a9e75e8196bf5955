import { type FigureId, figures } from '#core/catalog/index.ts'

/** Pairs of neighbouring characters. */
const pairs = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.slice(1), (second, i) => (text[i] ?? '') + second))

/** Of the pairs of both, how many they have in common: 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}

/** Figures whose id or name is like a text that is neither; the most alike first, at most 8. */
export function nearFigures(text: string): FigureId[] {
  const asked = pairs(text.toLowerCase().slice(0, 80))
  return figures
    .map(({ id, zh, en }) => {
      const alike = [id, id.replace('.total', ''), zh, en.toLowerCase()]
      return { id, score: Math.max(...alike.map((one) => likeness(asked, pairs(one)))) }
    })
    .filter(({ score }) => score > 0.3)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 8)
    .map(({ id }) => id)
}
