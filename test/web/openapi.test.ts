import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { baseline, broken, builtDocument, promised } from '../promise.ts'

const document = builtDocument()

test('the document is OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate({ ...document })
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
})

test('every operation has an id of its own, both languages and an example', () => {
  const ids = new Set<unknown>()
  const poor: string[] = []
  for (const [path, item] of Object.entries(document['paths'] ?? {})) {
    const { operationId, summary, 'x-examples': examples } = item.get
    ids.add(operationId)
    if (!/^.+\n.+$/.test(summary) || examples.length === 0) poor.push(path)
  }
  expect(poor).toEqual([])
  expect(ids.size).toBe(Object.keys(document['paths'] ?? {}).length)
})

test('nothing that was promised for /api/v1 is gone', () => {
  expect(broken(baseline(), promised(document))).toEqual([])
})

const text = { type: 'string' }
const id = { name: 'id', required: true, schema: { $ref: '#/components/schemas/Id' } }
const by = { name: 'by', schema: { type: 'string', enum: ['area', 'year'] } }
const fields: Record<string, object> = { a: text, b: { type: 'array', items: text } }

/** A document with one path. */
const described = (parameters: readonly object[], properties = fields, required = ['a']) => ({
  components: { schemas: { Id: { type: 'string', enum: ['a', 'b'] } } },
  paths: {
    '/x': {
      get: {
        parameters,
        responses: {
          200: {
            content: { 'application/json': { schema: { type: 'object', properties, required } } },
          },
        },
      },
    },
  },
})

test('a promise is a line for each thing', () => {
  expect(promised(described([id, by]))).toEqual({
    $Id: ['a', 'b'],
    '/x': [
      'id',
      'id=$Id',
      'by',
      'by?',
      'by=area',
      'by=year',
      '/a string',
      '/b array?',
      '/b/* string',
    ],
  })
})

test.for([
  ['more', described([id, by, { name: 'to', schema: text }], { ...fields, c: text }), []],
  ['less to be asked', described([{ ...id, required: false }, by]), []],
  [
    'a parameter gone',
    described([id]),
    ['/x by is gone', '/x by? is gone', '/x by=area is gone', '/x by=year is gone'],
  ],
  ['a parameter needed', described([id, { ...by, required: true }]), ['/x by? is gone']],
  [
    'a new one needed',
    described([id, by, { name: 'to', required: true, schema: text }]),
    ['/x to is needed'],
  ],
  [
    'a value gone',
    described([id, { ...by, schema: { ...by.schema, enum: ['area'] } }]),
    ['/x by=year is gone'],
  ],
  [
    'a field gone',
    described([id, by], { a: text }),
    ['/x /b array? is gone', '/x /b/* string is gone'],
  ],
  ['a field that may be left out', described([id, by], fields, []), ['/x /a string is gone']],
  [
    'a field of another type',
    described([id, by], { ...fields, a: { type: 'number' } }),
    ['/x /a string is gone'],
  ],
] as const)('%s', ([, now, expected]) => {
  expect(broken(promised(described([id, by])), promised(now))).toEqual(expected)
})
