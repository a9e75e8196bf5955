import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, startServer } from '../cli/server.ts'
import { type Asked, askGenerated } from './requests/ask.ts'

/** No answer on the samples may take longer. */
const mostMilliseconds = 1000

/**
 * Asks the product with the samples what is generated from its OpenAPI document, one request after the other.
 * `--count`, `--seed`; `--server URL` asks one that runs already.
 */
export async function requests(args: readonly string[]): Promise<string[]> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      server: { type: 'string' },
    },
  })
  const plan = { count: Number(values.count), seed: Number(values.seed), atOnce: 1 }
  if (values.server !== undefined)
    return report(await askGenerated({ ...plan, server: values.server }))
  // More is asked than a reader may.
  process.env['RATE_LIMIT'] ??= '0'
  const folder = mkdtempSync(join(tmpdir(), 'niantu-requests-'))
  try {
    const output = { out: () => undefined, err: () => undefined }
    const server = await startServer({ port: await freePort(), folder }, output)
    try {
      return report(await askGenerated({ ...plan, server: server.url }))
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function report(asked: readonly Asked[]): string[] {
  const slowest = asked.toSorted((a, b) => b.milliseconds - a.milliseconds)
  const at = (part: number): string =>
    `${slowest[Math.floor(slowest.length * part)]?.milliseconds.toFixed(0)} ms`
  const statuses = Map.groupBy(asked, ({ status }) => status)
  const wrong = asked.filter(({ complaints }) => complaints.length > 0)
  if (wrong.length > 0 || slowest.some(({ milliseconds }) => milliseconds > mostMilliseconds))
    process.exitCode = 1
  return [
    `${asked.length} requests; ${[...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, own]) => `${status}: ${own.length}`)
      .join(', ')}`,
    `median ${at(0.5)}, p99 ${at(0.01)}, slowest ${at(0)} (bar: ${mostMilliseconds} ms)`,
    ...slowest.slice(0, 5).map((one) => `  ${one.milliseconds.toFixed(0)} ms  ${line(one)}`),
    `not as the document says: ${wrong.length}`,
    ...wrong.map((one) => `  ${one.complaints.join('; ')}  ${line(one)}`),
  ]
}

const line = ({ method, status, address }: Asked): string =>
  `${status} ${method} ${address.slice(0, 200)}`
