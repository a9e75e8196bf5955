import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files of a folder that cannot be reports: hidden ones and data of other programs. */
const isOther = (name: string): boolean => /^\.|\.json$/i.test(name)

/** The files meant by paths: files as they are, of folders every file inside, in the order of their names. */
export async function walk(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => ((await isFolder(path)) ? filesIn(path) : [path])),
  )
  return lists.flat()
}

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !isOther(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
}
