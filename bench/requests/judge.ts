import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type Described, type Json, isObject, withNames } from './described.ts'

/** An answer as far as it is judged. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
}

/** What is wrong with an answer; nothing where it is as the document says. */
export type Judge = (own: Described, answer: Answer) => string[]

/** The document leaves room for more fields; an answer has none that it does not tell of. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (!isObject(schema)) return schema
  const own = Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, closed(one)]))
  return isObject(schema['properties']) && !('additionalProperties' in schema)
    ? { ...own, additionalProperties: false }
    : own
}

export const problemType = 'application/problem+json'

/** Judges answers by an OpenAPI document. */
export function judge(document: Json): Judge {
  const problem = validator(document, { $ref: '#/components/schemas/Problem' })
  const own = new Map<string, ValidateFunction>()
  const ofAnswer = ({ path, schema }: Described): ValidateFunction => {
    const known = own.get(path) ?? validator(document, schema ?? {})
    own.set(path, known)
    return known
  }
  return (asked, answer) => {
    if (answer.status === 503 && !answer.headers.has('retry-after')) return ['503 without a reason']
    if (answer.status >= 500 && answer.status !== 503) return [`status ${answer.status}`]
    if (answer.status >= 400) return problems(answer, problem)
    if (answer.status !== 200) return []
    return [...otherType(asked, answer), ...(asked.schema ? faults(answer, ofAnswer(asked)) : [])]
  }
}

function validator(document: Json, schema: Json): ValidateFunction {
  // The document is OpenAPI's: it has words of its own beside those of JSON Schema.
  const ajv = formats(new Ajv2020({ strict: false, allErrors: true }))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its schemas were objects before
  return ajv.compile(closed(withNames(document, schema)) as Json)
}

export const typeOf = ({ headers }: Pick<Answer, 'headers'>): string =>
  (headers.get('content-type') ?? '').split(';')[0] ?? ''

const otherType = ({ type }: Described, answer: Answer): string[] =>
  type === '*/*' || typeOf(answer) === type ? [] : [`${typeOf(answer)} instead of ${type}`]

/** Outside the API a page says that there is none. */
function problems(answer: Answer, problem: ValidateFunction): string[] {
  const type = typeOf(answer)
  if (type === 'text/html' && answer.status === 404) return []
  if (type !== problemType) return [`status ${answer.status} as ${type}`]
  return faults(answer, problem)
}

function faults({ body }: Answer, isValid: ValidateFunction): string[] {
  if (isValid(JSON.parse(new TextDecoder().decode(body)))) return []
  return (isValid.errors ?? [])
    .slice(-3)
    .map(
      ({ instancePath, message = '', params }) =>
        `${instancePath}: ${message} ${JSON.stringify(params)}`,
    )
}
