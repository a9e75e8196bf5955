import { setTimeout as sleep } from 'node:timers/promises'
import type { Route } from './routes.ts'
import { type Serving, serve } from './serve.ts'

/** What an isolate holds, in bytes. */
export interface Held {
  /** In objects of JavaScript, those included that nothing refers to any more and that are not collected yet. */
  readonly used: number
  /** What V8 has taken for them: it stays a while after a peak, which nobody sees that falls between two looks. */
  readonly committed: number
  /** Outside of the heap. */
  readonly buffers: number
}

const requests = 5

/** How much more the isolate of a Worker holds, at most, while and after it answers one of its first requests. */
export async function growthOf(folder: string, route: Route): Promise<Held> {
  // A new one each time: what V8 puts off collecting depends on all that an isolate has done before.
  const server = await serve(folder)
  try {
    const look = await inspector(server)
    const seen: Held[] = []
    for (let n = 0; n < requests; n++)
      // oxlint-disable-next-line no-await-in-loop -- one client
      seen.push(await look(`${server.url}${route.path(n)}`))
    return most(seen)
  } finally {
    await server.stop()
  }
}

const most = (seen: readonly Held[]): Held => {
  const of = (key: keyof Held): number => Math.max(0, ...seen.map((one) => one[key]))
  return { used: of('used'), committed: of('committed'), buffers: of('buffers') }
}

/** Measures the growth with a request. Connected to the inspector, which allows one connection, until the server ends. */
async function inspector({
  url,
  inspector: port,
}: Serving): Promise<(address: string) => Promise<Held>> {
  const send = await connected(port)
  const held = async (): Promise<Held> => {
    const usage = await send('Runtime.getHeapUsage')
    const { usedSize = Number.NaN, totalSize = Number.NaN, backingStorageSize = 0 } = usage
    return { used: usedSize, committed: totalSize, buffers: backingStorageSize }
  }
  // The isolate collects with its next request.
  const collect = (): Promise<void> =>
    whilePending(send('HeapProfiler.collectGarbage'), async () => {
      await body(`${url}/healthz`)
      await sleep(5)
    })
  return async (address) => {
    await collect()
    const before = await held()
    const seen: Held[] = []
    // It answers as often as the Worker waits for something.
    await whilePending(body(address), async () => void seen.push(await held()))
    seen.push(await held())
    return most(
      seen.map(({ used, committed, buffers }) => ({
        used: used - before.used,
        committed: committed - before.committed,
        buffers: buffers - before.buffers,
      })),
    )
  }
}

const body = async (address: string): Promise<unknown> => (await fetch(address)).arrayBuffer()

/** Does something again and again until a promise is kept. */
async function whilePending(
  promise: Promise<unknown>,
  step: () => Promise<unknown>,
): Promise<void> {
  const state = { isPending: true }
  const kept = promise.finally(() => (state.isPending = false))
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  while (state.isPending) await step()
  await kept
}

type Result = Readonly<Partial<Record<string, number>>>

/** Sends commands, one after the other or several at once: answers find their way back by number. */
async function connected(port: number): Promise<(method: string) => Promise<Result>> {
  const socket = await opened(port)
  const waiting = new Map<number, (result: Result) => void>()
  socket.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the Chrome DevTools protocol
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: Result }
    if (id === undefined) return
    waiting.get(id)?.(result ?? {})
    waiting.delete(id)
  })
  let last = 0
  const send = (method: string): Promise<Result> => {
    last += 1
    const id = last
    socket.send(JSON.stringify({ id, method }))
    return new Promise((done) => void waiting.set(id, done))
  }
  return send
}

/** The inspector listens a little later than the server. */
async function opened(port: number): Promise<WebSocket> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    // The proxy in front of the inspector refuses who does not say where he comes from.
    const headers = { origin: 'http://127.0.0.1' }
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers })
    // oxlint-disable-next-line no-await-in-loop -- asked again until it answers
    const isOpen = await new Promise<boolean>((done) => {
      socket.addEventListener('open', () => done(true))
      socket.addEventListener('error', () => done(false))
    })
    if (isOpen) return socket
    // oxlint-disable-next-line no-await-in-loop
    await sleep(50)
  }
  throw new Error('The inspector did not answer')
}
