import { type Client, Refused } from './client.ts'
import { type LineEvent, withLines } from './lineage.ts'

type Poster = Pick<Client, 'post'>

/** What became of events that were sent. */
export interface Sent {
  readonly added: number
  readonly corrected: number
  readonly unchanged: number
}

/** Each moves what is public of its bureaus: few enough for one request. */
const perRequest = 20

/** Sends events to be kept. Throws Refused, naming lines, and Failed; what was taken by then stays. */
export async function sendLineage(client: Poster, events: readonly LineEvent[]): Promise<Sent> {
  const results: string[] = []
  for (let first = 0; first < events.length; first += perRequest) {
    const some = events.slice(first, first + perRequest).map(({ event }) => event)
    // oxlint-disable-next-line no-await-in-loop -- in order: what a part says follows from those before
    results.push(...(await send(client, some, (message) => withLines(message, events, first))))
  }
  const count = (result: string): number => results.filter((one) => one === result).length
  return { added: count('added'), corrected: count('corrected'), unchanged: count('unchanged') }
}

async function send(
  client: Poster,
  events: readonly LineEvent['event'][],
  told: (message: string) => string,
): Promise<string[]> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer of POST /lineage
    const answer = (await client.post('/lineage', { events })) as { events: { result: string }[] }
    return answer.events.map(({ result }) => result)
  } catch (error) {
    throw error instanceof Refused ? new Refused(told(error.message)) : error
  }
}
