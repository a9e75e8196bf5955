import { readFile, stat } from 'node:fs/promises'
import { Refused } from './client.ts'

/** No report is larger; what is larger is not even read. */
const mostBytes = 20 * 1024 * 1024

/** The bytes of a file. Throws Refused where it is larger than 20 MB or not a file. */
export async function readBounded(path: string): Promise<Uint8Array> {
  const { size, isFile } = await stat(path).then((s) => ({ size: s.size, isFile: s.isFile() }))
  if (!isFile) throw new Refused('不是文件（not a file）')
  if (size > mostBytes)
    throw new Refused(
      `文件有 ${Math.ceil(size / 1024 / 1024)} MB，超过 20 MB 的上限：请另存为不含图片的文件（larger than 20 MB: save it without pictures）`,
    )
  return readFile(path)
}
