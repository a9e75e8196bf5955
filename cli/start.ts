import { buildWeb, buildWorker } from './build.ts'
import { Failed, WrongUsage } from './failed.ts'
import { lock } from './lock.ts'
import { dataDir } from './place.ts'
import { localPort } from './port.ts'
import { type Server, freePort, startServer } from './server.ts'
import { terminal as output } from './terminal.ts'

/** Runs until it is stopped. Exit code: 0 stopped as asked, 1 could not start or broke down, 2 wrong setting. */
async function start(): Promise<0 | 1 | 2> {
  try {
    const port = localPort(process.env['PORT'])
    const folder = dataDir()
    const unlock = lock(folder)
    try {
      if (!(await isFree(port))) throw new Failed(taken(port))
      await buildWeb()
      await buildWorker()
      return await keep(await startServer({ port, folder }, output))
    } finally {
      unlock()
    }
  } catch (error) {
    if (!(error instanceof Failed || error instanceof WrongUsage)) throw error
    output.err(error.message)
    return error instanceof Failed ? 1 : 2
  }
}

const taken = (port: number): string =>
  `端口 ${port} 已被占用；换一个：PORT=8788 npm start (port ${port} is taken; set PORT to another)`

const isFree = (port: number): Promise<boolean> =>
  freePort(port).then(
    () => true,
    () => false,
  )

async function keep({ url, token, stop, ended }: Server): Promise<0 | 1> {
  let asked = false
  whenAsked(() => {
    asked = true
    void stop()
  })
  output.out(`开发令牌 Development token: ${token}`)
  output.out(`Niantu 年图 ${url}/`)

  const log = await ended
  if (!asked) output.err(`服务意外终止 The server ended unexpectedly:\n${log}`)
  return asked ? 0 : 1
}

const parent = process.ppid

/** Ctrl-C, SIGTERM, the terminal closed; or npm ended: its shell does not pass signals on. */
function whenAsked(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.env['npm_lifecycle_event'] === undefined) return
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 500).unref()
}

// `npm start`: builds both halves, migrates the local database, serves, loads the samples into an empty collection.
process.exitCode = await start()
