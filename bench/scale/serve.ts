import { join } from 'node:path'
import { root } from '../../cli/place.ts'
import { freePort } from '../../cli/server.ts'
import { spawnWrangler } from '../../cli/wrangler.ts'

export interface Serving {
  /** Without a final slash. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Serves the database of a folder through the Worker with the meter (entry.ts). */
export async function serve(folder: string): Promise<Serving> {
  const port = await freePort()
  const child = spawnWrangler(
    'dev',
    join(root, 'bench/scale/entry.ts'),
    '--ip=127.0.0.1',
    `--port=${port}`,
    `--inspector-port=${await freePort()}`,
    `--persist-to=${folder}`,
    '--show-interactive-dev-session=false',
  )
  // Nobody reads it, but a full pipe would stop the server.
  child.stdout?.resume()
  child.stderr?.resume()
  const ended = new Promise<void>((done) => void child.once('close', () => done()))
  const stop = (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    return ended
  }
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 120_000
  // oxlint-disable-next-line no-await-in-loop -- asked again until it answers
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error('The server did not start')
    }
    await new Promise((done) => setTimeout(done, 200))
  }
  return { url, stop }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  )
