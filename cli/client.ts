import type { ProblemDetails } from '#worker/errors.ts'

/** The server said no; `message` is its reason, ready to be shown. */
export class Refused extends Error {}

/** A caller of the writing API of one server. */
export interface Client {
  /** Sends JSON. Throws Refused where the server refuses, or where nobody answers. */
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
      throw new Refused(`连不上 ${server}，已写入的不受影响（cannot reach the server: ${why}）`)
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (response.ok) return answer
    throw new Refused(reason(answer) ?? `${server}: HTTP ${response.status}`)
  }
  return { post }
}

function reason(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('detail' in answer)) return undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's one error shape
  const { detail, errors } = answer as ProblemDetails
  const items = errors
    .map(({ path, message }) => (message === detail ? '' : `${path}: ${message}`))
    .filter((item) => item !== '')
  return [detail, ...items].join('; ')
}
