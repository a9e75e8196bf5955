import * as v from 'valibot'
import { type LineageEvent, type LineageKind, lineageKinds } from '#core/lineage/event.ts'
import { type LineageFault, lineage, lineageFaults } from '#core/lineage/lineage.ts'
import { bureauId } from '#core/roster/bureau.ts'
import { complaints } from './complaint.ts'
import type { CsvRow } from './csv.ts'
import { Failed } from './failed.ts'

const columns = 'kind,on,document,from,to'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
const kinds = Object.keys(lineageKinds) as LineageKind[]
const kindOf = new Map<string, LineageKind>(
  kinds.flatMap((kind) => [
    [kind, kind],
    [lineageKinds[kind].zh, kind],
  ]),
)
const kindNames = kinds.map((kind) => `${lineageKinds[kind].zh} ${kind}`).join('、')

const Kind = v.pipe(
  v.string(),
  v.transform((word) => kindOf.get(word)),
  v.picklist(kinds, `应为（one of）${kindNames}`),
)

/** As people and spreadsheets write it: 2021-03-18, 2021/3/18, 2021年3月18日. */
const Day = v.pipe(
  v.string(),
  v.transform((text) => {
    const [, year, month = '', day = ''] =
      /^(\d{4})[-/.年](\d\d?)[-/.月](\d\d?)日?$/.exec(text) ?? []
    return year === undefined
      ? text
      : [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  }),
)

const Ids = v.pipe(
  v.string(),
  v.transform((text) => text.split('|').flatMap((id) => id.trim() || [])),
  v.array(
    v.pipe(
      v.string(),
      v.regex(bureauId, '应如 410307-0001，多个用 | 隔开（such as 410307-0001; several with |）'),
    ),
  ),
)

const Row = v.object({
  kind: Kind,
  on: Day,
  document: v.pipe(v.string(), v.maxLength(200, '最多 200 字（200 characters at most）')),
  from: Ids,
  to: Ids,
})

/** A column that is left out is as good as empty. */
const blank = Object.fromEntries(Object.keys(Row.entries).map((column) => [column, '']))

/** An event and the line of the file that it stands on. */
export interface LineEvent {
  readonly line: number
  readonly event: LineageEvent
}

/** The events of a file. Throws Failed with every line that cannot be right, by itself or with the others. */
export function readLineage(rows: readonly CsvRow[]): LineEvent[] {
  if (rows.length === 0)
    throw new Failed(`沿革是空的（there are no events）\n列 columns: ${columns}`)
  const read = rows.map(({ line, cells }) => ({
    line,
    result: v.safeParse(Row, { ...blank, ...cells }),
  }))
  const wrong = read.flatMap(({ line, result }) =>
    result.issues ? complaints(result.issues).map((text) => at(line, text)) : [],
  )
  if (wrong.length > 0) throw new Failed(listed(wrong))
  const events = read.flatMap(({ line, result }) =>
    result.success ? [{ line, event: result.output }] : [],
  )
  const checked = lineage(events.map(({ event }) => event))
  if ('faults' in checked)
    throw new Failed(listed(checked.faults.map((fault) => said(fault, events))))
  return events
}

const at = (line: number | string, text: string): string => `第 ${line} 行（line ${line}）: ${text}`

function said({ fault, event }: LineageFault, events: readonly LineEvent[]): string {
  const { zh, en } = lineageFaults[fault]
  return at(events.find((one) => one.event === event)?.line ?? '?', `${zh}（${en}）`)
}

/** What a server says of `events.3` as the line of the file; `first`: the first event that was sent. */
export const withLines = (message: string, events: readonly LineEvent[], first: number): string =>
  message.replaceAll(/events\.(\d+)/g, (path, index: string) => {
    const line = events[first + Number(index)]?.line
    return line === undefined ? path : `第 ${line} 行（line ${line}）`
  })

/** Not more lines than one can read. */
const listed = (problems: readonly string[]): string =>
  [
    ...problems.slice(0, 20),
    ...(problems.length > 20 ? [`…… 共 ${problems.length} 处（in all）`] : []),
    `列 columns: ${columns}`,
  ].join('\n')
