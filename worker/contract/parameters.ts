import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { bureauId } from '#core/roster/bureau.ts'
import { BureauListSchema, FigureListSchema, MeasureListSchema } from '../routes/parameters.ts'
import { listOf } from './lists.ts'
import { type Json, meanings } from './meanings.ts'

const listSchemas = new Set<unknown>([FigureListSchema, MeasureListSchema, BureauListSchema])

type Entry = v.GenericSchema | v.OptionalSchema<v.GenericSchema, unknown>

/** The schema within `v.optional(…)`. */
const inner = (schema: Entry): v.GenericSchema => ('wrapped' in schema ? schema.wrapped : schema)

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** What a schema is made of: itself, the pipes that it goes on from, and their checks. */
function parts(schema: unknown): readonly unknown[] {
  const pipe = isObject(schema) && Array.isArray(schema['pipe']) ? schema['pipe'] : []
  const [first, ...actions] = pipe
  return [schema, ...actions, ...(first === undefined ? [] : parts(first))]
}

const isList = (schema: unknown): boolean => parts(schema).some((part) => listSchemas.has(part))

/** The number that a check of a schema asks for, the outermost first. */
function requirement(schema: unknown, type: string): number | undefined {
  const check = parts(schema).find((part) => isObject(part) && part['type'] === type)
  return isObject(check) ? Number(check['requirement']) : undefined
}

/** The form of one value. */
function oneForm(own: v.GenericSchema): Json {
  const [name] = parts(own).flatMap((part) => listOf.get(part) ?? [])
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` }
  if (isList(own)) return { type: 'string', pattern: bureauId.source }
  const [minimum, maximum] = [requirement(own, 'min_value'), requirement(own, 'max_value')]
  if (minimum !== undefined && maximum !== undefined) return { type: 'integer', minimum, maximum }
  const { $schema: _, ...plain } = toJsonSchema(own, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // What no schema can say, the message of the error does.
    ignoreActions: ['check'],
  })
  return plain
}

/** The form of a parameter with what stands for it where it is not given. */
function formOf(schema: Entry, own: v.GenericSchema): Json {
  const items = oneForm(own)
  const fallback = 'default' in schema ? schema.default : undefined
  if (!isList(own))
    return typeof fallback === 'string'
      ? { ...items, default: items['type'] === 'integer' ? Number(fallback) : fallback }
      : items
  const most = requirement(own, 'max_length')
  return {
    type: 'array',
    items,
    minItems: 1,
    maxItems: most,
    ...(typeof fallback === 'string' ? { default: fallback.split(',') } : {}),
  }
}

/** A parameter as OpenAPI has it. */
export interface Parameter extends Json {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly description: string
  readonly required: boolean
  readonly schema: Json
}

/**
 * A parameter as OpenAPI has it: its form after the route's own schema, its meaning after the dictionary of names.
 * Throws RangeError where nothing is told of the name.
 */
export function parameter(name: string, schema: Entry, place: 'path' | 'query'): Parameter {
  const meaning = meanings[name]
  if (!meaning) throw new RangeError(`Nothing is told of the parameter ${name}`)
  const own = inner(schema)
  const form = formOf(schema, own)
  return {
    name,
    in: place,
    description: `${meaning.about.zh}\n${meaning.about.en}`,
    required: place === 'path' || own === schema,
    ...(meaning.deprecated ? { deprecated: true } : {}),
    schema: form,
    ...(isList(own) ? { style: 'form', explode: false } : {}),
    ...(meaning.example === undefined
      ? {}
      : { example: isList(own) ? [meaning.example] : meaning.example }),
  }
}
