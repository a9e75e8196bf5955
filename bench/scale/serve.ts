import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../../cli/place.ts'
import { freePort } from '../../cli/server.ts'
import { spawnWrangler } from '../../cli/wrangler.ts'

export interface Serving {
  /** Without a final slash. */
  readonly url: string
  /** Port of the inspector. */
  readonly inspector: number
  readonly stop: () => Promise<void>
  /** SIGKILL to the server and all it started, at once; resolves when nothing of it is left. */
  readonly kill: () => Promise<void>
}

/** Serves the database of a folder through the Worker with the meter (entry.ts); resolves when it answers. */
export async function serve(folder: string): Promise<Serving> {
  const port = await freePort()
  const inspector = await freePort()
  const child = spawnWrangler(
    'dev',
    `--config=${join(root, 'bench/scale/wrangler.toml')}`,
    '--ip=127.0.0.1',
    `--port=${port}`,
    `--inspector-port=${inspector}`,
    `--persist-to=${folder}`,
    '--show-interactive-dev-session=false',
  )
  const leader = child.pid
  if (leader === undefined) throw new Error('The server did not start')
  // Nobody reads it, but a full pipe would stop the server.
  child.stdout?.resume()
  child.stderr?.resume()
  const closed = new Promise<void>((done) => void child.once('close', () => done()))
  const end = async (name: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    signal(leader, name)
    await closed
    await gone(leader)
  }
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 120_000
  // oxlint-disable-next-line no-await-in-loop -- asked again until it answers
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      // oxlint-disable-next-line no-await-in-loop -- the end
      await end('SIGKILL')
      throw new Error('The server did not start')
    }
    // oxlint-disable-next-line no-await-in-loop
    await sleep(50)
  }
  return { url, inspector, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/**
 * Resolves when nothing of an ended group runs any more: it is gone, or it has had the time. Where no init reaps them, the
 * dead stay, but do nothing.
 */
async function gone(leader: number): Promise<void> {
  const deadline = Date.now() + 500
  // oxlint-disable-next-line no-await-in-loop -- until it is gone
  while (signal(leader, 0) && Date.now() < deadline) await sleep(10)
}

/** To the group that wrangler leads, with all that it started; false where there is none. */
function signal(leader: number, name: 'SIGTERM' | 'SIGKILL' | 0): boolean {
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
