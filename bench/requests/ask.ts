import fc from 'fast-check'
import { type Json, described, object } from './described.ts'
import { type Generated, requests } from './generate.ts'
import { type Judge, judge } from './judge.ts'
import { known } from './known.ts'

export interface Asked extends Generated {
  readonly status: number
  /** From the request to the last byte of the answer. */
  readonly milliseconds: number
  readonly complaints: readonly string[]
}

export interface Plan {
  /** Without a final slash. */
  readonly server: string
  readonly count: number
  readonly seed: number
  /** Requests under way at the same time. */
  readonly atOnce: number
}

/** Asks a server what is generated from its own OpenAPI document, and judges every answer by it. */
export async function askGenerated({ server, count, seed, atOnce }: Plan): Promise<Asked[]> {
  const response = await fetch(`${server}/api/v1/openapi.json`)
  const document: Json = object(await response.json())
  const generated = fc.sample(requests(document, described(document), await known(server)), {
    numRuns: count,
    seed,
  })
  const judged = judge(document)
  const waiting = generated.values()
  const asked: Asked[] = []
  const work = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- as many at a time as there are workers
    for (const one of waiting) asked.push(await ask(server, one, judged))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return asked
}

async function ask(server: string, one: Generated, judged: Judge): Promise<Asked> {
  const { method, address } = one
  const start = performance.now()
  const response = await fetch(`${server}${address}`, { method, redirect: 'manual' })
  const body = new Uint8Array(await response.arrayBuffer())
  const milliseconds = performance.now() - start
  const { status, headers } = response
  return {
    ...one,
    status,
    milliseconds,
    complaints: complaints(one, { status, headers, body }, judged),
  }
}

/** What does not read answers only that it does not. */
function complaints(
  { method, asked }: Generated,
  answer: Parameters<Judge>[1],
  judged: Judge,
): string[] {
  if (method === 'HEAD' || method === 'OPTIONS')
    return answer.status >= 500 || (answer.body.length > 0 && method === 'HEAD')
      ? [`status ${answer.status}`]
      : []
  if (method !== 'GET' && answer.status < 400) return [`${method} is done`]
  return judged(asked, answer)
}
