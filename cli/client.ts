import type { ProblemDetails } from '#worker/errors.ts'
import { Failed } from './failed.ts'

/** The content was refused; `message` is the reason, ready to be shown. */
export class Refused extends Failed {}

/** A caller of the writing API of one server. */
export interface Client {
  /** Sends JSON. Throws Refused where the server refuses it, Failed where nobody answers or the token is not taken. */
  readonly post: (path: string, body: unknown) => Promise<unknown>
}

export function connect(server: string, token: string): Client {
  const post = async (path: string, body: unknown) => {
    const response = await fetch(new URL(`/api/v1/admin${path}`, server), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch((error: unknown) => {
      const cause = error instanceof Error ? (error.cause ?? error) : error
      const why = cause instanceof Error ? cause.message : 'unknown'
      throw new Failed(`连不上 ${server}，已写入的不受影响（cannot reach the server: ${why}）`)
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (response.status === 401) throw new Failed(`${server}: ${tokenNotTaken}`)
    if (response.ok && answer !== undefined) return answer
    const why = reason(answer)
    if (why !== undefined) throw new Refused(why)
    throw new Failed(`${server}: ${stranger(response.status)}`)
  }
  return { post }
}

/** Niantu answers in JSON; something before it, or something else, did not. */
const stranger = (status: number): string =>
  status >= 500
    ? `服务暂时不能答复，请稍后重试（not able to answer now, try again later: HTTP ${status}）`
    : `不像是年图的服务，请核对地址（does not answer like Niantu, check the address: HTTP ${status}）`

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
