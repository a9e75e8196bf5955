import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { csvLine } from '#core/text/csv.ts'
import { type SetRow, type SetTableId, setTables } from '#core/text/set/columns.ts'
import type { SetFile } from '#core/text/set/set.ts'

/** Files of a set as they grow, each with its hash; what ends in .gz is packed, to the same bytes every time. */
export interface SetWriter {
  /** Adds rows to a table, which begins with its header. */
  readonly add: (path: string, table: SetTableId, rows: readonly SetRow[]) => Promise<void>
  /** Ends the tables whose paths pass, so that no more files are open than are needed. */
  readonly end: (which: (path: string) => boolean) => Promise<void>
  /** Writes a file at once. */
  readonly write: (path: string, text: string) => Promise<void>
  /** What has been ended, by path. */
  readonly files: () => SetFile[]
}

interface Open {
  readonly input: Writable
  readonly done: Promise<SetFile>
}

/** Writes below a folder, which must be there. */
export function setWriter(folder: string): SetWriter {
  const open = new Map<string, Open>()
  const files: SetFile[] = []
  const begin = async (path: string, table?: SetTableId): Promise<Open> => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    return beginFile(folder, path, table)
  }
  const finish = async ({ input, done }: Open): Promise<void> => {
    input.end()
    files.push(await done)
  }
  return {
    async add(path, table, rows) {
      const known = open.get(path)
      const file = known ?? (await begin(path, table))
      open.set(path, file)
      const { columns } = setTables[table]
      const lines = rows.map((row) => csvLine(columns.map((id) => row[id])))
      await put(file.input, `${known ? '' : csvLine(columns)}${lines.join('')}`)
    },
    async end(which) {
      for (const [path, file] of open) {
        if (!which(path)) continue
        open.delete(path)
        // oxlint-disable-next-line no-await-in-loop -- the order of files stays that of their paths below
        await finish(file)
      }
    },
    async write(path, text) {
      const file = await begin(path)
      await put(file.input, text)
      await finish(file)
    },
    files: () => files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/** The time of packing is no part of the file: zlib leaves it out. */
function beginFile(folder: string, path: string, table: SetTableId | undefined): Open {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const file = createWriteStream(join(folder, path))
  const gzip = path.endsWith('.gz') ? createGzip() : undefined
  const written = gzip ? pipeline(gzip, counted, file) : pipeline(counted, file)
  const done = written.then(() => ({
    path,
    bytes,
    sha256: hash.digest('hex'),
    ...(table && { table }),
  }))
  // Told to whoever ends the file; until then nobody listens.
  done.catch(() => undefined)
  return { input: gzip ?? counted, done }
}

async function put(input: Writable, text: string): Promise<void> {
  if (!input.write(text)) await once(input, 'drain')
}
