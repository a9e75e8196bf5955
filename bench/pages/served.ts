import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startServer } from '../../cli/server.ts'

/** Does the work with the product as `npm start` serves it, with the samples, or with a server that runs already. */
export async function served<T>(
  server: string | undefined,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (server !== undefined) return work(server.replace(/\/$/, ''))
  // More is asked than a reader may.
  process.env['RATE_LIMIT'] ??= '0'
  const folder = mkdtempSync(join(tmpdir(), 'niantu-pages-'))
  try {
    const output = { out: () => undefined, err: console.error }
    const own = await startServer({ port: await freePort(), folder }, output)
    try {
      return await work(own.url)
    } finally {
      await own.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
