import { type Client, connect } from './client.ts'
import { keptToken } from './dev-token.ts'
import { Failed, WrongUsage } from './failed.ts'
import { dataDir } from './place.ts'
import { localPort } from './port.ts'

/** Options of every command that talks to a server. */
export const targetOptions = { server: { type: 'string' } } as const

const local = (): string => `http://127.0.0.1:${localPort(process.env['PORT'])}`

/**
 * The server to write to, and the token to write with: --server and NIANTU_TOKEN, or else the one that `npm start` runs
 * on this machine with its development token. Throws WrongUsage at a wrong address, Failed where there is no token.
 */
export function target(server: string | undefined): Client {
  const address = server === undefined ? local() : checked(server)
  const own = process.env['NIANTU_TOKEN']?.trim()
  const token = own || (server === undefined ? keptToken(dataDir()) : undefined)
  if (!token) throw new Failed(noToken)
  return connect(address, token)
}

function checked(server: string): string {
  const protocol = URL.canParse(server) ? new URL(server).protocol : ''
  if (['http:', 'https:'].includes(protocol)) return server
  throw new WrongUsage(
    `--server ${server}：地址有误，应如 https://niantu.example.cn（the address is wrong: it begins with http:// or https://）`,
  )
}

const noToken =
  '缺少令牌：请在 NIANTU_TOKEN 中给出写入令牌，或先运行 npm start（no token: set NIANTU_TOKEN, or run npm start first）'
