import fc from 'fast-check'
import {
  type Described,
  type DescribedParameter,
  type Json,
  isObject,
  valuesOf,
} from './described.ts'
import type { Known } from './known.ts'

export interface Generated {
  readonly asked: Described
  readonly method: string
  /** Path and query, as sent. */
  readonly address: string
}

/** A value as it stands in an address. */
type Written = fc.Arbitrary<string>

const encoded = (values: fc.Arbitrary<string>): Written =>
  values.map((value) => encodeURIComponent(value.toWellFormed()))

const odd = [
  '',
  ' ',
  '-1',
  '0',
  '1e9',
  '1.5',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '٢٠٢٤',
  '２０２４',
  '\0',
  '\r\n\r\n',
  '\u001B[0m',
  '\uFEFF',
  '\u202E',
  '\uFFFF',
  '💥',
  '?1',
  '*',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '{{7*7}}',
  '__proto__',
  'constructor',
  "' OR 1=1 --",
  "'; DROP TABLE report; --",
  "%' UNION SELECT hash FROM token --",
]

const long = ['9', 'a', '年', ',', '%'].map((one) => one.repeat(1500))

const lists = [
  'licences_decided,'.repeat(400),
  '410307-0001,'.repeat(400),
  Array.from({ length: 80 }, (_, i) => `410307-${1000 + i}`).join(','),
]

/** Not what encoding makes of anything. */
const raw = ['%', '%ZZ', '%FF%FE', '%C0%AF', '%u4e2d', '%00', '+', '%2525', 'a=b', '%E4%B8']

/** What nobody should send. */
const malformed: Written = fc.oneof(
  encoded(fc.constantFrom(...odd, ...long, ...lists)),
  encoded(fc.string({ unit: 'binary', maxLength: 40 })),
  fc.constantFrom(...raw),
)

/** Makes requests by an OpenAPI document, more than half of them valid as far as it can say. */
export const requests = (
  document: Json,
  operations: readonly Described[],
  ids: Known,
): fc.Arbitrary<Generated> =>
  fc.constantFrom(...operations).chain((asked) => {
    const valid = writer(document, ids)
    return fc.oneof(
      { weight: 12, arbitrary: request(asked, valid) },
      { weight: 4, arbitrary: request(asked, (one) => fc.oneof(valid(one), malformed)) },
      { weight: 3, arbitrary: request(asked, valid).chain(withMore) },
      { weight: 1, arbitrary: request(asked, valid).chain(withOtherMethod) },
    )
  })

/** How the value of a parameter is made. */
type Writer = (parameter: DescribedParameter) => Written

const writer =
  (document: Json, ids: Known): Writer =>
  (one) =>
    validValue(document, one, ids)

const request = (asked: Described, write: Writer): fc.Arbitrary<Generated> =>
  fc
    .tuple(...asked.parameters.map((one) => (one.required ? write(one) : seldom(write(one)))))
    .map((values) => ({ asked, method: 'GET', address: addressOf(asked, values) }))

const seldom = (value: Written): fc.Arbitrary<string | null> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: value })

function addressOf({ path, parameters }: Described, values: readonly (string | null)[]): string {
  const given = parameters.flatMap((one, i) => {
    const value = values[i]
    return typeof value === 'string' ? [{ ...one, value }] : []
  })
  const place = given
    .filter((one) => one.in === 'path')
    .reduce((text, { name, value }) => text.replace(`{${name}}`, () => value), path)
  const query = given.filter((one) => one.in === 'query').map((one) => `${one.name}=${one.value}`)
  return query.length === 0 ? place : `${place}?${query.join('&')}`
}

/** A parameter twice, or one that there is not. */
const withMore = (own: Generated): fc.Arbitrary<Generated> =>
  fc
    .tuple(
      fc.constantFrom('unknown', '__proto__', 'v', ...own.asked.parameters.map(({ name }) => name)),
      malformed,
    )
    .map(([name, value]) => {
      const mark = own.address.includes('?') ? '&' : '?'
      return { ...own, address: `${own.address}${mark}${name}=${value}` }
    })

const withOtherMethod = (own: Generated): fc.Arbitrary<Generated> =>
  fc
    .constantFrom('HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH')
    .map((method) => ({ ...own, method }))

/** A value as the document allows it, mostly one that the server knows. */
function validValue(document: Json, { name, schema }: DescribedParameter, ids: Known): Written {
  const values = valuesOf(document, schema) ?? ids[name] ?? []
  const form = isObject(schema['items']) ? schema['items'] : schema
  const one = values.length > 0 ? fc.constantFrom(...values) : formed(form)
  const maxLength = Math.min(4, Number(schema['maxItems']))
  return encoded(
    schema['type'] === 'array'
      ? fc.uniqueArray(one, { minLength: 1, maxLength }).map((all) => all.join(','))
      : one,
  )
}

function formed({ type, minimum, maximum, pattern }: Json): fc.Arbitrary<string> {
  if (type === 'integer')
    return fc.integer({ min: Number(minimum), max: Number(maximum) }).map(String)
  return typeof pattern === 'string'
    ? fc.stringMatching(new RegExp(pattern))
    : fc.string({ unit: 'grapheme', maxLength: 30 })
}
