import Papa from 'papaparse'

/**
 * Rows of a CSV file with a header, as objects; cells trimmed, a byte order mark dropped. Throws Error with the line
 * where the file is not well-formed.
 */
export function parseCsv(text: string): Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim(),
    transform: (cell) => cell.trim(),
  })
  const first = errors.find(({ code }) => code !== 'UndetectableDelimiter')
  if (first) throw new Error(`CSV 第 ${(first.row ?? 0) + 2} 行（line）: ${first.message}`)
  return data
}
