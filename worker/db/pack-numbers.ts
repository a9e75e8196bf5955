/**
 * Whole numbers that lie as those of a table do, as one short text. Each is kept as what it differs from what its
 * neighbours lead to expect: the one before it, moved as far as the row above moved there. Runs are `5*7`, zeros are left
 * out: evenly spaced rows and columns take next to nothing.
 * @param widths for each number, how many numbers a row of its table has
 */
export function packNumbers(numbers: readonly number[], widths: readonly number[]): string {
  const rest = numbers.map((number, i) => number - expected(numbers, i, widths))
  const runs: string[] = []
  for (let at = 0; at < rest.length;) {
    const from = at
    while (at < rest.length && rest[at] === rest[from]) at++
    const value = rest[from] === 0 ? '' : String(rest[from])
    runs.push(at - from === 1 ? value : `${value}*${at - from}`)
  }
  // What follows the last number that was not expected needs no saying.
  if (rest.at(-1) === 0) runs.pop()
  return runs.join(' ')
}

/** The reverse of packNumbers: as many numbers as there are widths. */
export function unpackNumbers(packed: string, widths: readonly number[]): number[] {
  const rest = packed.split(' ').flatMap((run) => {
    const [value, times = '1'] = run.split('*')
    return Array.from({ length: Number(times) }, () => Number(value))
  })
  const numbers: number[] = []
  for (let i = 0; i < widths.length; i++)
    numbers.push(expected(numbers, i, widths) + (rest[i] ?? 0))
  return numbers
}

function expected(numbers: readonly number[], i: number, widths: readonly number[]): number {
  const width = widths[i] ?? 1
  const before = numbers[i - 1] ?? 0
  const above = numbers[i - width]
  const left = numbers[i - width - 1]
  return above === undefined || left === undefined ? before : before + above - left
}
