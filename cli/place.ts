import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Failed } from './failed.ts'

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

/** Where the local database is kept: DATA_DIR, else `.data` of the project. Throws Failed where it cannot be a folder. */
export function dataDir(): string {
  const own = process.env['DATA_DIR']
  const folder = own ? fromCaller(own) : join(root, '.data')
  if (isUsable(folder)) return folder
  throw new Failed(`DATA_DIR=${folder}：不是文件夹，请另指一个（not a folder: name another）`)
}

/** A folder, or a place where one can be made. */
function isUsable(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true
  } catch {
    return false
  }
}
