import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, Unavailable } from './client.ts'

/** Seconds to wait before each further attempt: a server that is started anew is back by the last one. */
const usualPauses = [1, 4, 15]

/**
 * A client that asks again, after growing pauses, where a server does not answer. Only for requests that may be made
 * twice: whatever the server took before it fell silent must not count again.
 */
export function patient(client: Client, pauses: readonly number[] = usualPauses): Client {
  const again = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (const seconds of pauses) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
        return await ask()
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        // oxlint-disable-next-line no-await-in-loop
        await sleep(Math.max(seconds, error.after ?? 0) * 1000)
      }
    }
    return ask()
  }
  return {
    ask: (request) => again(() => client.ask(request)),
    post: (path, body) => again(() => client.post(path, body)),
    put: (path, bytes) => again(() => client.put(path, bytes)),
  }
}
