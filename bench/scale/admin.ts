import type { Cost } from './counted.ts'
import { token } from './database.ts'

interface Sent {
  readonly method?: 'GET' | 'PUT' | 'POST'
  readonly body?: string | Uint8Array<ArrayBuffer>
  /** Asks what it costs. */
  readonly count?: boolean
}

/** Asks the writing API; throws where the server refuses. */
export async function send(
  address: string,
  { method = 'POST', body, count = false }: Sent = {},
): Promise<{ readonly answer: unknown; readonly cost: Cost | null }> {
  const response = await fetch(address, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(count && { 'x-count': '1' }),
    },
    body: body ?? null,
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address}: ${response.status} ${text}`)
  const cost = response.headers.get('x-count')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by entry.ts
  return { answer: JSON.parse(text), cost: cost === null ? null : (JSON.parse(cost) as Cost) }
}
