import { type ClientResponse, hc } from 'hono/client'
import type { ProblemDetails } from '#worker/errors.ts'
import type { admin } from '#worker/routes/admin/index.ts'
import type { reportList } from '#worker/routes/report-list.ts'
import { Failed } from './failed.ts'

/** The content was refused; `message` is the reason, ready to be shown. */
export class Refused extends Failed {
  /** HTTP status; undefined where it was not the server that refused. */
  readonly status: number | undefined
  constructor(message: string, status?: number) {
    super(message)
    this.status = status
  }
}

/** Nobody answers, or somebody who cannot now: the same request may do later. */
export class Unavailable extends Failed {
  /** Seconds after which the server will answer again, where it says so. */
  readonly after: number | undefined
  constructor(message: string, after?: number) {
    super(message)
    this.after = after
  }
}

/** The routes of a server, by their types: nothing of the Worker is loaded. */
export interface Routes {
  readonly admin: ReturnType<typeof hc<typeof admin>>
  readonly reports: ReturnType<typeof hc<typeof reportList>>
}

// oxlint-disable-next-line typescript/no-explicit-any -- any status: those that are no success are thrown
type Answer<T> = Promise<ClientResponse<T, any, 'json'>>

/**
 * A caller of the API of one server. Throws Refused where the server refuses what it is sent, Unavailable where it does not
 * answer, Failed where the token is not taken.
 */
export interface Client {
  /** The answer of a route, typed by the route. */
  readonly ask: <T>(request: (routes: Routes) => Answer<T>) => Promise<T>
  /** Sends JSON that no route can be typed by: it is made of documents. */
  readonly post: (path: string, body: unknown) => Promise<unknown>
  /** Sends a file. */
  readonly put: (path: string, bytes: Uint8Array | Blob) => Promise<unknown>
}

export function connect(server: string, token: string): Client {
  const fetch = caller(server, token)
  const api = `${server.replace(/\/$/, '')}/api/v1`
  const routes: Routes = {
    admin: hc<typeof admin>(`${api}/admin`, { fetch }),
    reports: hc<typeof reportList>(`${api}/reports`, { fetch }),
  }
  const send = async (method: string, path: string, type: string, body: RequestInit['body']) => {
    const headers = { 'content-type': type }
    const response = await fetch(`${api}/admin${path}`, { method, headers, body: body ?? null })
    return answerOf(server, response)
  }
  return {
    async ask<T>(request: (own: Routes) => Answer<T>) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the route's own type says
      return (await answerOf(server, await request(routes))) as T
    },
    post: (path, body) => send('POST', path, 'application/json', JSON.stringify(body)),
    put: (path, bytes) => send('PUT', path, 'application/octet-stream', new Blob([bytes])),
  }
}

/** Asks with the token, and for a copy of the database that is no older than what was answered before. */
function caller(server: string, token: string) {
  let bookmark: string | null = null
  return async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token}`)
    if (bookmark !== null) headers.set('x-d1-bookmark', bookmark)
    const response = await fetch(address, { ...init, headers }).catch((error: unknown) => {
      const cause = error instanceof Error ? (error.cause ?? error) : error
      const why = cause instanceof Error ? cause.message : 'unknown'
      throw new Unavailable(`连不上 ${server}，已写入的不受影响（cannot reach the server: ${why}）`)
    })
    bookmark = response.headers.get('x-d1-bookmark') ?? bookmark
    return response
  }
}

async function answerOf(
  server: string,
  response: Pick<Response, 'json' | 'status' | 'ok' | 'headers'>,
): Promise<unknown> {
  const answer: unknown = await response.json().catch(() => undefined)
  const { status, ok } = response
  if (ok && answer !== undefined) return answer
  if (status === 401) throw new Failed(`${server}: ${tokenNotTaken}`)
  const why = reason(answer)
  if (status === 429 || (status >= 500 && status !== 501))
    throw new Unavailable(
      `${server}: ${why ?? notNow(status)}`,
      Number(response.headers.get('retry-after')) || undefined,
    )
  if (why !== undefined) throw new Refused(why, status)
  throw new Failed(`${server}: ${stranger(status)}`)
}

const notNow = (status: number): string =>
  `服务暂时不能答复，请稍后重试（not able to answer now, try again later: HTTP ${status}）`

/** Niantu answers in JSON; something before it, or something else, did not. */
const stranger = (status: number): string =>
  `不像是年图的服务，请核对地址（does not answer like Niantu, check the address: HTTP ${status}）`

const tokenNotTaken =
  '令牌无效或已撤销。用 niantu token create NAME（已部署的加 --remote）生成新令牌，放入 NIANTU_TOKEN；本机也可重新运行 npm start（the token is not valid or revoked: make one with token create NAME, for a deployment with --remote, and set NIANTU_TOKEN; on this machine, running npm start again makes a new one too）'

function reason(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('detail' in answer)) return undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's one error shape
  const { detail, errors } = answer as ProblemDetails
  const items = errors
    .map(({ path, message }) => (message === detail ? '' : `${path}: ${message}`))
    .filter((item) => item !== '')
  return [detail, ...items].join('; ')
}
