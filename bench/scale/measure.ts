import type { Cost } from './counted.ts'
import type { Route } from './routes.ts'

export interface Measured {
  readonly cost: Cost
  /** Of the body, as it was before it is packed. */
  readonly bytes: number
  /** Milliseconds at the client. */
  readonly p50: number
  readonly p99: number
  readonly requests: number
  readonly status: number
}

/** A route that takes longer than this in all is not asked again: what it shows is clear by then. */
const patience = 20_000
const probes = 5

/**
 * One warm client, one request after the other, the servers by turns: whatever else the machine does slows all of them
 * alike. In the order of the servers.
 */
export async function measure(
  servers: readonly string[],
  route: Route,
  requests: number,
): Promise<Measured[]> {
  const costs = []
  for (const server of servers)
    // oxlint-disable-next-line no-await-in-loop -- one client
    costs.push(await costOf(server, route))
  const times = servers.map((): number[] => [])
  const deadline = performance.now() + patience
  const warm = Math.ceil(requests / 5)
  for (let n = 0; n < warm + requests && performance.now() < deadline; n++)
    for (const [i, server] of servers.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      const { ms } = await ask(`${server}${route.path(n)}`)
      times[i]?.push(ms)
    }
  return costs.map((cost, i) => {
    const own = (times[i] ?? []).slice(-requests)
    return { ...cost, p50: quantile(own, 0.5), p99: quantile(own, 0.99), requests: own.length }
  })
}

/** The most that one of the first requests costs. */
async function costOf(
  server: string,
  route: Route,
): Promise<Pick<Measured, 'cost' | 'bytes' | 'status'>> {
  const answers = []
  for (let n = 0; n < probes; n++)
    // oxlint-disable-next-line no-await-in-loop -- one client
    answers.push(await ask(`${server}${route.path(n)}`, { 'x-count': '1' }))
  const costs = answers.flatMap(({ cost }) => cost ?? [])
  const [largest] = costs.toSorted((a, b) => b.rowsRead - a.rowsRead)
  const failed = answers.find(({ status }) => status !== 200)
  if (!largest) throw new Error(`${route.name} was not counted`)
  const bytes = Math.max(...answers.map((answer) => answer.bytes))
  return { cost: largest, bytes, status: failed?.status ?? 200 }
}

interface Answer {
  readonly ms: number
  readonly status: number
  readonly bytes: number
  readonly cost: Cost | null
}

async function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const start = performance.now()
  const response = await fetch(url, { headers })
  const { byteLength: bytes } = await response.arrayBuffer()
  const ms = performance.now() - start
  const cost = response.headers.get('x-count')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by entry.ts
  const own = cost === null ? null : (JSON.parse(cost) as Cost)
  return { ms, status: response.status, bytes, cost: own }
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
