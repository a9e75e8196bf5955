import { buildWeb } from './build.ts'
import { terminal as output } from './terminal.ts'
import { dataDir } from './place.ts'
import { CommandError } from './run.ts'
import { type Server, freePort, startServer } from './server.ts'

/** Runs until it is stopped. Exit code: 0 stopped as asked, 1 could not start or broke down, 2 wrong setting. */
async function start(setting: string): Promise<0 | 1 | 2> {
  const port = Number(setting)
  if (!/^\d{1,5}$/.test(setting) || port < 1 || port > 65_535) {
    output.err(`PORT=${setting}：应为 1–65535 的整数 (must be a whole number from 1 to 65535)`)
    return 2
  }
  if (!(await isFree(port))) {
    output.err(
      `端口 ${port} 已被占用；换一个：PORT=8788 npm start (port ${port} is taken; set PORT to another)`,
    )
    return 1
  }
  try {
    await buildWeb()
    return await keep(await startServer({ port, folder: dataDir() }, output))
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    output.err(error.message)
    return 1
  }
}

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

// `npm start`: builds the front end, migrates the local database, serves, loads the samples into an empty collection.
process.exitCode = await start(process.env['PORT'] ?? '8787')
