import { WrongUsage } from './failed.ts'

/** The port of the local server as set by PORT; empty means the usual one. Throws WrongUsage. */
export function localPort(setting: string | undefined): number {
  const text = setting || '8787'
  const port = Number(text)
  if (/^[1-9]\d{0,4}$/.test(text) && port <= 65_535) return port
  throw new WrongUsage(
    `PORT=${text}：应为 1–65535 的整数，不带前导零 (must be a whole number from 1 to 65535, without leading zeros)`,
  )
}
