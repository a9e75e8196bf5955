import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../cli/server.ts'
import { spawnWrangler } from '../../cli/wrangler.ts'

/** The product, served until it is killed. */
export interface Victim {
  /** Without a final slash. */
  readonly url: string
  readonly isKilled: () => boolean
  /** SIGKILL to the server and all it started, at once; resolves when nothing of it is left. */
  readonly kill: () => Promise<void>
}

/** Serves the database of a folder; resolves when it answers. */
export async function serveVictim(folder: string): Promise<Victim> {
  const port = await freePort()
  const child = spawnWrangler(
    'dev',
    '--ip=127.0.0.1',
    `--port=${port}`,
    `--inspector-port=${await freePort()}`,
    `--persist-to=${folder}`,
    '--show-interactive-dev-session=false',
  )
  const leader = child.pid
  if (leader === undefined) throw new Error('The server did not start')
  // Nobody reads it, but a full pipe would stop the server.
  child.stdout?.resume()
  child.stderr?.resume()
  const closed = new Promise<void>((done) => void child.once('close', () => done()))
  let killed = false
  const kill = async (): Promise<void> => {
    killed = true
    signal(leader, 'SIGKILL')
    await closed
    await end(leader)
  }
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 120_000
  // oxlint-disable-next-line no-await-in-loop -- asked again until it answers
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      // oxlint-disable-next-line no-await-in-loop -- the end
      await kill()
      throw new Error('The server did not start')
    }
    // oxlint-disable-next-line no-await-in-loop
    await sleep(50)
  }
  return { url, isKilled: () => killed, kill }
}

/**
 * Resolves when nothing of a killed group runs any more: it is gone, or it has had the time. Where no init reaps them, the
 * dead stay, but do nothing.
 */
async function end(leader: number): Promise<void> {
  const deadline = Date.now() + 500
  // oxlint-disable-next-line no-await-in-loop -- until it is gone
  while (signal(leader, 0) && Date.now() < deadline) await sleep(10)
}

/** To the group that wrangler leads, with all that it started; false where there is none. */
function signal(leader: number, name: 'SIGKILL' | 0): boolean {
  try {
    return process.kill(-leader, name)
  } catch {
    return false
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  )
