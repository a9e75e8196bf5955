import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort, startServer } from '../../cli/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the product, without a final slash; the samples are loaded. */
    baseURL: string
    /** May write there. */
    token: string
  }
}

/** The product as `npm start` runs it, on a free port and with a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The tests ask more than a reader may.
  process.env['RATE_LIMIT'] ??= '0'
  const folder = mkdtempSync(join(tmpdir(), 'niantu-e2e-'))
  const server = await startServer(
    { port: await freePort(), folder },
    { out: () => undefined, err: console.error },
  )
  project.provide('baseURL', server.url)
  project.provide('token', server.token)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
