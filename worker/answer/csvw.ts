import type { Context } from 'hono'
import type { Label } from '#core/catalog/table.ts'
import type { ColumnId } from '#core/text/columns.ts'
import { csvwColumn, inBoth } from '#core/text/csvw.ts'
import type { Env } from '../env.ts'
import { releaseOf } from '../version.ts'
import { asset } from './asset.ts'
import { type Meta, meta } from './meta.ts'
import { originOf } from './origin.ts'
import { versionText } from './version.ts'

/** What the CSV file at the same address means (CSV on the Web); reads no figures. `frozen`: there is one of releases. */
export async function csvwResponse(
  c: Context<Env>,
  columns: readonly ColumnId[],
  frozen = true,
): Promise<Response> {
  if (frozen) await releaseOf(c)
  const words = await asset(c, 'columns')
  const document = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    '@type': 'Table',
    url: csvOf(c.req.url),
    ...aboutOf(await meta(c), originOf(c)),
    'schema:version': await versionText(c),
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      null: '',
      columns: columns.map((id) => csvwColumn(id, words[id])),
      ...(columns.includes('id') ? { primaryKey: 'id' } : {}),
    },
    notes: [{ 'rdfs:comment': inBoth(notes) }],
  }
  return c.body(JSON.stringify(document), 200, { 'content-type': 'application/csvm+json' })
}

/** The file's address, from where the metadata stands. */
function csvOf(address: string): string {
  const { pathname, search } = new URL(address)
  return `${pathname.slice(pathname.lastIndexOf('/') + 1).replace(/-metadata\.json$/, '')}${search}`
}

const aboutOf = ({ licence, source, updated }: Meta, origin: string) => ({
  'dc:license': { '@id': `${origin}/about#licence` },
  'dc:rights': licence,
  'dc:source': source,
  ...(updated === null ? {} : { 'dc:modified': { '@value': updated, '@type': 'xsd:dateTime' } }),
})

const notes: Label = {
  zh: '没有数字的格为空，从不以 0 代替，原因见 state。以 = + - @ 等开头的文字前加一个撇号，以免被当作公式；数字从不加。',
  en: 'A cell without a number is empty, never 0; the column state says why. A text that begins with = + - @ and the like has an apostrophe in front, lest it be taken for a formula; numbers never have.',
}
