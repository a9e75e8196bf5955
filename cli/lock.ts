import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failed } from './failed.ts'

/**
 * Keeps a data folder for this process alone; answers what gives it back. The lock of a process that is gone is taken
 * over. Throws Failed where another one holds it, or where nothing can be written.
 */
export function lock(folder: string): () => void {
  const file = join(folder, 'server.pid')
  try {
    mkdirSync(folder, { recursive: true })
    if (!isRunning(owner(file))) rmSync(file, { force: true })
    // Fails where another process was faster.
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code !== 'EEXIST')
      throw new Failed(`不能写入 ${folder}（cannot write there: ${String(error.code)}）`)
    throw new Failed(
      `${folder} 正由另一个 npm start 使用（进程 ${owner(file)}）；先停掉它，或用 DATA_DIR 另指文件夹。如确无服务在运行，删除 ${file}（another npm start, process ${owner(file)}, uses this folder: stop it, or set DATA_DIR; if there is none, delete the file）`,
    )
  }
  return () => {
    if (owner(file) === process.pid) rmSync(file, { force: true })
  }
}

/** The process that a lock names; 0 where there is no lock, or nothing sensible in it. */
function owner(file: string): number {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return Number.isSafeInteger(pid) && pid > 0 ? pid : 0
  } catch {
    return 0
  }
}

/** A process that may not be signalled runs all the same. In a container, a restart may well give the same id again. */
function isRunning(pid: number): boolean {
  if (pid === 0 || pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
