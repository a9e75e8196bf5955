import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { type Edition } from '#core/catalog/table.ts'
import { figures } from '#core/catalog/index.ts'
import { readDocument } from '#core/parse/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const million = 1_000_000

const idsOf = (edition: Edition): string[] =>
  figures.flatMap(({ id, editions }) => (editions.includes(edition) ? [id] : []))

/** A workbook or document whose one part inflates to 200 MB of zeros. */
const bomb = (name: string, part: string): Uint8Array =>
  zipSync({ [name]: bytes('<a/>'), [part]: new Uint8Array(200_000_000) }, { level: 9 })

/** Files that no reader may spend more than a second or 200 MB on. */
const inputs: Readonly<Record<string, () => Uint8Array>> = {
  'over 20 MB': () => new Uint8Array(20_000_001),
  'zip bomb (docx)': () => bomb('word/document.xml', 'word/styles.xml'),
  'zip bomb (xlsx)': () => bomb('xl/workbook.xml', 'xl/sharedStrings.xml'),
  'a million nested tags': () => bytes('<div>'.repeat(million)),
  'a million nested tables': () => bytes('<table><tr><td>'.repeat(million)),
  'a row of a million columns (HTML)': () =>
    bytes(`<table><tr>${'<td>0</td>'.repeat(million)}</tr></table>`),
  'a row of a million columns (tabs)': () => bytes('0\t'.repeat(million)),
  'a row of a million columns (pipes)': () => bytes('| 0 '.repeat(million)),
  'a row of a million columns (CSV)': () => bytes(`a.csv${',0'.repeat(million)}`),
  'a row of a million words': () => bytes('1 '.repeat(million)),
  'two million lines': () => bytes('规章\n'.repeat(2 * million)),
  'two million lines of tabs': () => bytes('规章\t0\n'.repeat(2 * million)),
  'two million paragraphs': () => bytes('<p>a'.repeat(2 * million)),
  'two million cells': () => bytes('<table>' + '<tr><td>0'.repeat(2 * million)),
  'one line of 20 MB': () => bytes('规'.repeat(6 * million)),
  'quotes that never end': () => bytes('"规章\t\n'.repeat(million)),
  // As much as is just not refused at once.
  'labels to the bound': () => bytes('一、本年新收政府信息公开申请数量\n'.repeat(49_000)),
  'clauses to the bound': () => bytes('第二十条第（一）项\n规章\n'.repeat(24_000)),
  'words to the bound': () => bytes(`${'1 '.repeat(199)}\n`.repeat(49_000)),
  'rows of tabs to the bound': () => bytes('规章\t0\t0\n'.repeat(49_000)),
  'cells to the bound (HTML)': () =>
    bytes(`<table>${'<tr><td>1.属于国家秘密<td>0'.repeat(19_000)}</table>`),
  'cells to the bound (CSV)': () =>
    bytes(`bureau,year,${idsOf('2021').join()}\n${`甲局,2023${',0'.repeat(200)}\n`.repeat(3900)}`),
  'numbers to the bound': () => bytes('规章\n'.concat('0\n'.repeat(49_000))),
}

interface Measured {
  readonly ms: number
  readonly mb: number
  readonly said: string
}

/** For each input: how long it took, how much memory on top of the file, and what was said. */
export async function hostile(): Promise<string[]> {
  const lines: string[] = []
  for (const name of Object.keys(inputs)) {
    // oxlint-disable-next-line no-await-in-loop -- one core is what is measured
    const { ms, mb, said } = await measure(name)
    // Large is not hostile: what can be read may take its two seconds.
    const isGood = ms <= (said === 'READ' ? 2000 : 1000) && mb <= 200
    lines.push(
      `${isGood ? 'ok  ' : 'OVER'} ${String(ms).padStart(5)} ms ${String(mb).padStart(4)} MB  ${name}: ${said}`,
    )
  }
  return lines
}

const measure = (name: string): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [name])
    child.once('message', (message) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sent below
      resolve(message as Measured)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${name}: ended with ${code}`)))
  })

/** In a process of its own, so that its peak of memory is that of this input. */
async function run(name: string): Promise<void> {
  const input = inputs[name]?.() ?? new Uint8Array()
  // What the readers' libraries take is not the input's doing.
  await readDocument(bytes('<p>a</p>'), 'a.html')
  const before = process.resourceUsage().maxRSS
  const start = performance.now()
  const document = await readDocument(input, name.includes('CSV') ? 'a.csv' : 'a')
  const ms = Math.round(performance.now() - start)
  const mb = Math.round((process.resourceUsage().maxRSS - before) / 1024)
  const said = 'refused' in document ? document.refused : 'READ'
  process.send?.({ ms, mb, said: said.slice(0, 40) } satisfies Measured)
}

const [name] = process.argv.slice(2)
if (import.meta.main && name !== undefined) await run(name)
