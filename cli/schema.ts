import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { editions } from '#core/catalog/table.ts'
import { readingSchema } from '#core/text/exchange-schema.ts'
import { templateCsv, templateXlsx } from '#core/text/template.ts'
import type { Output } from './output.ts'
import { root } from './place.ts'

export const usage = 'schema [FOLDER]'

/** Writes the JSON Schema of readings and the templates of both editions into a folder, `schema/` of the project. */
export async function schema(args: string[], output: Output): Promise<0 | 2> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [folder = join(root, 'schema'), ...others] = positionals
  if (others.length > 0) return 2
  await mkdir(folder, { recursive: true })
  for (const [name, content] of await exchangeFiles()) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of small files
    await writeFile(join(folder, name), content)
    output.out(join(folder, name))
  }
  return 0
}

async function exchangeFiles(): Promise<[name: string, content: string | Uint8Array][]> {
  const books = editions.map(
    async (edition) => [`${edition}.xlsx`, await templateXlsx(edition)] as [string, Uint8Array],
  )
  return [
    ['reading.schema.json', `${JSON.stringify(readingSchema(), undefined, 2)}\n`],
    ...editions.map((edition): [string, string] => [`${edition}.csv`, templateCsv(edition)]),
    ...(await Promise.all(books)),
  ]
}
