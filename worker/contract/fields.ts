import type { Json } from './meanings.ts'

/** A field of an answer: where it stands, as `series[].points[].value`, and what it holds. */
export interface Field {
  readonly path: string
  readonly type: string
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isJson) : []

/** The name of a shared schema: `#/components/schemas/Meta` is `Meta`. */
const nameOf = ({ $ref }: Json): string | undefined =>
  typeof $ref === 'string' ? $ref.split('/').at(-1) : undefined

function typeName(schema: Json): string {
  const name = nameOf(schema)
  if (name !== undefined) return name
  const { type, items, anyOf } = schema
  const several = listOf(anyOf)
  if (several.length > 0) return [...new Set(several.map(typeName))].join(' | ')
  if (type === 'array' && isJson(items)) return `${typeName(items)}[]`
  const { enum: values, const: only } = schema
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ')
  if (only !== undefined) return JSON.stringify(only)
  return typeof type === 'string' ? type : 'any'
}

/** What is within a field: of a list its items, of a field that may be null what it is otherwise. */
function within(schema: Json): { readonly mark: string; readonly inner: Json } {
  const { items, anyOf, type } = schema
  const [only, ...more] = listOf(anyOf).filter((one) => one['type'] !== 'null')
  if (only && more.length === 0) return within(only)
  if (type !== 'array' || !isJson(items)) return { mark: '', inner: schema }
  const { mark, inner } = within(items)
  return { mark: `[]${mark}`, inner }
}

/** The fields of an answer from the outside in; what has a name of its own is described once, under that name. */
export function fieldsOf(schema: unknown, at = ''): Field[] {
  const { properties } = isJson(schema) ? schema : {}
  if (!isJson(properties)) return []
  return Object.entries(properties).flatMap(([name, own]) => {
    if (!isJson(own)) return []
    const { mark, inner } = within(own)
    const path = `${at}${name}`
    return [{ path, type: typeName(own) }, ...fieldsOf(inner, `${path}${mark}.`)]
  })
}
