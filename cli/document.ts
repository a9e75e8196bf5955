import { open } from 'node:fs/promises'
import { type Document, readDocument } from '#core/parse/index.ts'
import { maxBytes, tooLarge } from '#core/read/index.ts'
import type { Refusal } from '#core/reading.ts'

/** Reads a file from disk; one that is too large is refused before a byte of it is read. */
export async function openDocument(path: string): Promise<Document | Refusal> {
  try {
    const file = await open(path)
    try {
      if ((await file.stat()).size > maxBytes) return tooLarge
      return await readDocument(await file.readFile(), path)
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    return { refused: `文件不能打开（the file cannot be opened: ${code}）` }
  }
}
