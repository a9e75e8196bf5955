import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Client, connect } from './client.ts'
import { dataDir } from './place.ts'

/** Options of every command that talks to a server. */
export const targetOptions = { server: { type: 'string' } } as const

const local = () => `http://127.0.0.1:${process.env['PORT'] ?? '8787'}`

/**
 * The server to write to, and the token to write with: --server and NIANTU_TOKEN, or else the one that `npm start` runs
 * on this machine with its development token. Undefined where there is no token.
 */
export function target(server: string | undefined): Client | undefined {
  const token =
    process.env['NIANTU_TOKEN'] ?? (server === undefined ? developmentToken() : undefined)
  return token ? connect(server ?? local(), token) : undefined
}

function developmentToken(): string | undefined {
  try {
    return readFileSync(join(dataDir(), 'dev-token'), 'utf8').trim()
  } catch {
    return undefined
  }
}

export const noToken =
  '缺少令牌：请在 NIANTU_TOKEN 中给出写入令牌，或先运行 npm start（no token: set NIANTU_TOKEN, or run npm start first）'
