import { readFile, stat } from 'node:fs/promises'
import { Failed } from './failed.ts'

/** No report is larger; what is larger is not even read. */
const mostBytes = 20 * 1024 * 1024

/** The bytes of a file. Throws Failed where it is larger than 20 MB, no file or cannot be opened. */
export async function readBounded(path: string): Promise<Uint8Array> {
  try {
    const status = await stat(path)
    if (!status.isFile()) throw new Failed('不是文件（not a file）')
    if (status.size > mostBytes)
      throw new Failed(
        `文件有 ${Math.ceil(status.size / 1024 / 1024)} MB，超过 20 MB 的上限：请另存为不含图片的文件（larger than 20 MB: save it without pictures）`,
      )
    return await readFile(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new Failed(`文件不能打开（the file cannot be opened: ${String(error.code)}）`)
  }
}
