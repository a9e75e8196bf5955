import { Hono } from 'hono'
import { editions } from '#core/catalog/table.ts'
import type { Env } from '../env.ts'
import { Problem, toProblem } from '../errors.ts'
import { openToAll } from '../answer/open.ts'

/** What is had of each edition of the form, by the ending of the address. */
const types = {
  json: 'application/schema+json',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type Ending = keyof typeof types
const isEnding = (text: string): text is Ending => Object.hasOwn(types, text)
const isEdition = (text: string): boolean => editions.some((edition) => edition === text)

/** The exchange format of each edition of the form: JSON Schema, and the empty sheet as CSV and workbook. */
export const schema = new Hono<Env>().use(openToAll).get('/:file', async (c) => {
  const [edition = '', ending = '', ...more] = c.req.param('file').split('.')
  if (!isEdition(edition) || !isEnding(ending) || more.length > 0) return toProblem(noSchema, c)
  const file = await c.env.ASSETS.fetch(c.req.raw)
  const headers = new Headers(file.headers)
  if (file.ok) headers.set('content-type', types[ending])
  headers.set('cache-control', 'public, max-age=3600')
  headers.set('cross-origin-resource-policy', 'cross-origin')
  return new Response(file.body, { status: file.status, headers })
})

const noSchema = new Problem(
  404,
  `只有 ${editions.join('、')} 两版，各有 .json、.csv、.xlsx（there are the editions ${editions.join(' and ')}, each as .json, .csv and .xlsx）`,
)
