import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { connect } from './client.ts'
import { migrate, runSql } from './d1.ts'
import { keepToken, keptToken } from './dev-token.ts'
import type { Output } from './output.ts'
import { importSamples } from './samples.ts'
import { newToken } from './secret.ts'
import { settings } from './settings.ts'
import { insertTokenUnless } from './token-sql.ts'
import { CommandError } from './run.ts'
import { finishUpgrade } from './upgrade.ts'
import { spawnWrangler } from './wrangler.ts'

export interface Server {
  /** Without a final slash. */
  readonly url: string
  /** May write. Kept in the data folder. */
  readonly token: string
  /** Ends the server and everything it started. */
  readonly stop: () => Promise<void>
  /** Settles when the server has ended, by itself or by stop(), with the last that it wrote. */
  readonly ended: Promise<string>
}

export interface Place {
  readonly port: number
  /** Folder of the local database. */
  readonly folder: string
}

/**
 * The product on this machine: database migrated, a token that may write, samples in an empty database, server
 * answering. The front end must have been built. Throws CommandError where wrangler fails.
 */
export async function startServer({ port, folder }: Place, output: Output): Promise<Server> {
  mkdirSync(folder, { recursive: true })
  await migrate({ folder })
  const { token, isEmpty } = await prepare(folder, output)
  const server = await serve(port, folder, token)

  // The mark outlives an interrupted start: the next one loads the rest.
  const mark = join(folder, 'samples-incomplete')
  if (isEmpty || existsSync(mark)) {
    writeFileSync(mark, '')
    output.out('载入示例数据 Loading the samples …')
    try {
      await importSamples(server.url, token, output)
    } catch (error) {
      await server.stop()
      throw error
    }
    rmSync(mark)
  } else await finishUpgrade(connect(server.url, server.token), output)
  return server
}

/** Sees to a token that may write, the one kept in the folder or else a new one; tells whether there are any bureaus. */
async function prepare(folder: string, output: Output) {
  const kept = keptToken(folder)
  const fresh = newToken()
  const [replaced, bureaus] = await runSql(
    { folder },
    `${insertTokenUnless(kept ?? '', 'development', fresh)}; SELECT key FROM bureau LIMIT 1`,
  )
  const isEmpty = bureaus?.length === 0
  if (kept !== undefined && replaced?.length === 0) return { token: kept, isEmpty }
  keepToken(folder, fresh)
  if (kept !== undefined)
    output.out(
      '原开发令牌已撤销或不属于此数据库，已换新（the kept development token is revoked or unknown here; this is a new one）',
    )
  return { token: fresh, isEmpty }
}

async function serve(port: number, folder: string, token: string): Promise<Server> {
  const url = `http://127.0.0.1:${port}`
  const child = spawnWrangler(
    'dev',
    '--ip=127.0.0.1',
    `--port=${port}`,
    `--inspector-port=${await freePort()}`,
    `--persist-to=${folder}`,
    '--show-interactive-dev-session=false',
    ...settings(),
  )
  const log = tail(child)
  let running = true
  const ended = new Promise<string>((done) => {
    child.once('close', () => {
      running = false
      done(log())
    })
  })
  const stop = (): Promise<void> => stopGroup(child, ended)

  const deadline = Date.now() + 60_000
  while (!(await answers(`${url}/healthz`))) {
    if (!running || Date.now() > deadline) {
      await stop()
      throw new CommandError('wrangler dev', log())
    }
    await sleep(100)
  }
  return { url, token, stop, ended }
}

/** The last 20 kB that a process wrote, for the case that it fails. */
function tail(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (more: string) => (text = (text + more).slice(-20_000)))
  return () => text
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  signalGroup(child, 'SIGTERM')
  const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000)
  await ended
  clearTimeout(patience)
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal)
  } catch {
    // The group has ended already.
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  )

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** A port that nothing listens on; 0 asks for any. Rejects with EADDRINUSE where the port is taken. */
export const freePort = (wanted = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : wanted
      probe.close(() => resolve(port))
    })
  })
