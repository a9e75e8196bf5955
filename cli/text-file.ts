import { decode } from '#core/read/encoding.ts'
import { Failed } from './failed.ts'
import { readBounded } from './file.ts'

/**
 * The text of a file in UTF-8, UTF-16 or GB18030 (as Excel on Windows saves it). Throws Failed where it is none of
 * them, larger than 20 MB or cannot be opened.
 */
export async function readText(path: string): Promise<string> {
  const text = decode(await readBounded(path))
  if (text === undefined || /[\0\uFFFD]/.test(text)) throw new Failed(notText)
  return text
}

const notText =
  '不是 UTF-8、UTF-16 或 GB18030 编码的文本：请在 Excel 中另存为“CSV UTF-8（逗号分隔）”（not text in UTF-8, UTF-16 or GB18030: save it as “CSV UTF-8” in Excel）'
