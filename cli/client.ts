import type { ProblemDetails } from '#worker/errors.ts'
import { Failed } from './failed.ts'

/** The content was refused; `message` is the reason, ready to be shown. */
export class Refused extends Failed {}

/** Nobody answers, or somebody who cannot now: the same request may do later. */
export class Unavailable extends Failed {}

/**
 * A caller of the writing API of one server. Throws Refused where the server refuses what it is sent, Unavailable where
 * it does not answer, Failed where the token is not taken.
 */
export interface Client {
  /** Sends JSON. */
  readonly post: (path: string, body: unknown) => Promise<unknown>
  /** Sends a file. */
  readonly put: (path: string, bytes: Uint8Array) => Promise<unknown>
}

export function connect(server: string, token: string): Client {
  const send = async (method: string, path: string, type: string, body: string | Uint8Array) => {
    const response = await fetch(new URL(`/api/v1/admin${path}`, server), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    }).catch((error: unknown) => {
      const cause = error instanceof Error ? (error.cause ?? error) : error
      const why = cause instanceof Error ? cause.message : 'unknown'
      throw new Unavailable(`连不上 ${server}，已写入的不受影响（cannot reach the server: ${why}）`)
    })
    return answerOf(server, response)
  }
  return {
    post: (path, body) => send('POST', path, 'application/json', JSON.stringify(body)),
    put: (path, bytes) => send('PUT', path, 'application/octet-stream', bytes),
  }
}

async function answerOf(server: string, response: Response): Promise<unknown> {
  const answer: unknown = await response.json().catch(() => undefined)
  const { status, ok } = response
  if (ok && answer !== undefined) return answer
  if (status === 401) throw new Failed(`${server}: ${tokenNotTaken}`)
  const why = reason(answer)
  if (status === 429 || (status >= 500 && status !== 501))
    throw new Unavailable(`${server}: ${why ?? notNow(status)}`)
  if (why !== undefined) throw new Refused(why)
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
