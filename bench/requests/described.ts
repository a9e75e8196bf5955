/** Part of a document in JSON. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object of a document; throws TypeError where it is none. */
export function object(value: unknown): Json {
  if (isObject(value)) return value
  throw new TypeError(`No object: ${JSON.stringify(value)}`)
}

export interface DescribedParameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Json
}

export interface CodeSample {
  readonly lang: string
  readonly source: string
}

/** What an OpenAPI document says of a route. */
export interface Described {
  /** `/api/v1/bureaus/{bureau}`. */
  readonly path: string
  readonly parameters: readonly DescribedParameter[]
  /** Media type of the answer, or any. */
  readonly type: string
  /** Of a JSON answer. */
  readonly schema: Json | null
  readonly examples: readonly string[]
  readonly samples: readonly CodeSample[]
  /** The list may go on. */
  readonly isPaged: boolean
  /** What a deployment may lack. */
  readonly needs: string | null
}

/** Everything that an OpenAPI document describes. */
export const described = (document: Json): Described[] =>
  Object.entries(object(document['paths'])).map(([path, item]) =>
    operation(path, object(object(item)['get'])),
  )

/* oxlint-disable typescript/no-unsafe-type-assertion -- worker/contract makes them so, a schema of OpenAPI holds them */
function operation(path: string, own: Json): Described {
  const answer = object(object(own['responses'])['200'])
  const [[type, body] = ['', {}] as const] = Object.entries(object(answer['content']))
  const schema = object(body)['schema']
  return {
    path,
    parameters: own['parameters'] as DescribedParameter[],
    type,
    schema: /[/+]json/.test(type) ? object(schema) : null,
    examples: own['x-examples'] as string[],
    samples: own['x-codeSamples'] as CodeSample[],
    isPaged: JSON.stringify(answer['headers']).includes('rel=\\"next\\"'),
    needs: (own['x-needs'] as string | undefined) ?? null,
  }
}
/* oxlint-enable typescript/no-unsafe-type-assertion */

/** A schema that may refer to what the document names, with what it refers to. */
export const withNames = (document: Json, schema: Json): Json => ({
  ...schema,
  components: document['components'],
})

/** The values that a parameter, or each of its list, may have; null where they are not named. */
export function valuesOf(document: Json, schema: Json): readonly string[] | null {
  const { $ref: reference, enum: values, items } = schema
  if (typeof reference === 'string') {
    const { schemas } = object(document['components'])
    return valuesOf(document, object(object(schemas)[reference.split('/').at(-1) ?? '']))
  }
  if (isObject(items)) return valuesOf(document, items)
  return Array.isArray(values) ? values.map(String) : null
}
