import { join, resolve } from 'node:path'

/** The folder of the project. */
export const root = resolve(import.meta.dirname, '..')

/**
 * Where the caller stands: `npm run` changes to the project's folder, and INIT_CWD remembers the caller's. Anywhere else
 * INIT_CWD may be left over from some other npm.
 */
const callerDir = (): string =>
  process.cwd() === root ? (process.env['INIT_CWD'] ?? root) : process.cwd()

/** A path as the caller meant it. */
export const fromCaller = (path: string): string => resolve(callerDir(), path)

/** Where the local database is kept: DATA_DIR, else `.data` of the project. */
export const dataDir = (): string => {
  const own = process.env['DATA_DIR']
  return own ? fromCaller(own) : join(root, '.data')
}
