import { get } from './collection.ts'

/** The HTML of a page that is there. */
export async function htmlOf(path: string): Promise<string> {
  const response = await get(path)
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

/** The part of a page from the element with an id to the end of its section. */
export function sectionOf(html: string, id: string): string {
  const start = html.indexOf(` id="${id}"`)
  if (start < 0) return ''
  const rest = html.slice(start)
  return rest.slice(0, rest.indexOf('</section>'))
}

/** What a reader sees: text alone, spaces joined. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<(script|style)\b[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The rows of the tables in a part of a page: the texts of their cells. */
export const rowsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>|<t[hd] ?\/>/gs)].map(([, cell = '']) =>
      textOf(cell),
    ),
  )

/** The machine-readable numbers of every row that has any, by the text at its head. */
export const numbersOf = (html: string): Record<string, number[]> =>
  Object.fromEntries(
    [...html.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)].flatMap(([, row = '']) => {
      const numbers = [...row.matchAll(/<data value="([^"]*)"/g)].map(([, value]) => Number(value))
      const [, head = ''] = /<th scope="row">(.*?)<\/th>/s.exec(row) ?? []
      return numbers.length > 0 ? [[textOf(head), numbers]] : []
    }),
  )
