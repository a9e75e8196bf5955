import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Json = Readonly<Record<string, unknown>>

/**
 * What a program may build upon, by path, a line for each thing. Parameters: `year` there is, `year?` may be left out,
 * `by=area` is allowed. Answers: the media type, or pointer (`*`: any item) and type of each field, `?` behind one that
 * may be left out. What many have in common stands under a name of its own: `$Meta`.
 */
type Promised = Readonly<Record<string, readonly string[]>>

const root = join(import.meta.dirname, '..')
/** What is promised for all of /api/v1; renewed only to add to it (docs/api.md). */
const promiseFile = join(root, 'schema/openapi-1.json')
const documentFile = join(root, 'dist/openapi.json')

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function object(value: unknown): Json {
  if (isObject(value)) return value
  throw new TypeError(`No object: ${JSON.stringify(value)}`)
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const entriesOf = (value: unknown): [string, Json][] =>
  Object.entries(isObject(value) ? value : {}).map(([name, one]) => [name, object(one)])
const nameOf = (reference: unknown): string =>
  String(reference).replace('#/components/schemas/', '$')

/** What the build has made. */
export const builtDocument = (): Json => object(JSON.parse(readFileSync(documentFile, 'utf8')))

export const baseline = (): Promised =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below
  JSON.parse(readFileSync(promiseFile, 'utf8')) as Promised

/** Everything that an OpenAPI document promises. */
export const promised = (document: Json): Promised =>
  Object.fromEntries([
    ...entriesOf(object(document['components'])['schemas']).map(
      ([name, schema]) => [`$${name}`, ofSchema(schema)] as const,
    ),
    ...entriesOf(document['paths']).map(([path, { get }]) => {
      const { parameters, responses } = object(get)
      const { content } = object(object(responses)['200'])
      return [path, [...list(parameters).flatMap(ofParameter), ...ofAnswer(content)]] as const
    }),
  ])

/** The values of a list, or the fields of an object. */
const ofSchema = (schema: Json): string[] =>
  Array.isArray(schema['enum']) ? schema['enum'].map(String) : fields(schema, '').slice(1)

function ofParameter(parameter: unknown): string[] {
  const { name, required, schema } = object(parameter)
  const own = String(name)
  return [
    own,
    ...(required === true ? [] : [`${own}?`]),
    ...valuesOf(object(schema)).map((value) => `${own}=${value}`),
  ]
}

function valuesOf({ $ref: reference, enum: values, items }: Json): string[] {
  if (reference !== undefined) return [nameOf(reference)]
  return isObject(items) ? valuesOf(items) : list(values).map(String)
}

const ofAnswer = (content: unknown): string[] =>
  entriesOf(content).flatMap(([type, { schema }]) =>
    /[/+]json/.test(type) && isObject(schema) ? fields(schema, '').slice(1) : [type],
  )

/** A place in an answer with its type, and every field below it. */
function fields(schema: Json, at: string): string[] {
  const { anyOf, items, properties, required, additionalProperties: more } = schema
  const inner = [
    ...list(anyOf).flatMap((one) => fields(object(one), at).slice(1)),
    ...(isObject(items) ? fields(items, `${at}/*`) : []),
    ...(isObject(more) && Object.keys(more).length > 0 ? fields(more, `${at}/*`) : []),
    ...entriesOf(properties).flatMap(([name, one]) => {
      const [own = '', ...rest] = fields(one, `${at}/${name}`)
      return [list(required).includes(name) ? own : `${own}?`, ...rest]
    }),
  ]
  return [`${at} ${typesOf(schema).join('|')}`, ...inner]
}

function typesOf({ $ref: reference, anyOf, type }: Json): string[] {
  if (reference !== undefined) return [nameOf(reference)]
  if (Array.isArray(anyOf)) return anyOf.flatMap((one) => typesOf(object(one))).toSorted()
  return [typeof type === 'string' ? type : 'string']
}

/** What was promised and is gone, and what is newly asked for. */
export const broken = (before: Promised, now: Promised): string[] =>
  Object.entries(before).flatMap(([path, lines]) => {
    const own = new Set(now[path])
    const needed = [...own].filter((line) => /^\w+$/.test(line) && !own.has(`${line}?`))
    return [
      ...lines.filter((line) => !own.has(line)).map((line) => `${path} ${line} is gone`),
      ...(path.startsWith('/') ? needed.filter((name) => !lines.includes(name)) : []).map(
        (name) => `${path} ${name} is needed`,
      ),
    ]
  })

// `npm run build:web && node test/promise.ts`: adds what there is now to the promise.
if (import.meta.main)
  writeFileSync(promiseFile, `${JSON.stringify(promised(builtDocument()), null, 2)}\n`)
