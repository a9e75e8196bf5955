/** What people call the pages: the path of each, and names that it may be asked for by. */
const names: readonly (readonly [path: string, names: readonly string[]])[] = [
  ['/', ['index', 'home', 'search', 'bureaus']],
  ['/f', ['figure', 'figures', 'indicators']],
  ['/compare', ['compare', 'comparison']],
  ['/data', ['data', 'download', 'downloads', 'releases']],
  ['/docs', ['docs', 'documentation', 'developers']],
  ['/about', ['about', 'help', 'glossary', 'method', 'privacy', 'licence', 'license']],
]

/** The page that a mistyped path most likely means; undefined where none is near. */
export function nearestPage(path: string): string | undefined {
  const asked = path.toLowerCase().replaceAll(/^\/|\.\w+$|\/.*$/g, '')
  if (asked === '') return undefined
  const near = names
    .flatMap(([page, own]) => own.map((name) => ({ page, away: distance(asked, name) })))
    .toSorted((a, b) => a.away - b.away)[0]
  return near && near.away <= Math.min(2, asked.length / 2.5) ? near.page : undefined
}

/** How many letters must be put in, taken out or changed (Levenshtein); of long words their beginnings. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of letters(one.slice(0, 20))) {
    const next = [i + 1]
    for (const [j, own] of letters(other))
      next.push(
        Math.min(
          (next[j] ?? 0) + 1,
          (row[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + (letter === own ? 0 : 1),
        ),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

const letters = (text: string) => text.split('').entries()
