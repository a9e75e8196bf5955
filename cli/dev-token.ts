import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = (folder: string): string => join(folder, 'dev-token')

/** The development token kept in a data folder; undefined before the first start. */
export function keptToken(folder: string): string | undefined {
  try {
    return readFileSync(file(folder), 'utf8').trim()
  } catch {
    return undefined
  }
}

/** Keeps a development token in place of any earlier one; only the owner may read it. */
export function keepToken(folder: string, token: string): void {
  writeFileSync(file(folder), `${token}\n`, { mode: 0o600 })
  chmodSync(file(folder), 0o600)
}
