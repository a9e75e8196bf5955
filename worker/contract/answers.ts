import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import type { Label } from '#core/catalog/table.ts'
import { lists } from './lists.ts'
import type { Json } from './meanings.ts'
import type { MediaType, Operation } from './operation.ts'
import { components } from './shared.ts'

const reference = ({ referenceId }: { readonly referenceId: string }) =>
  `#/components/schemas/${referenceId}`

const conversion = {
  target: 'draft-2020-12',
  typeMode: 'output',
  overrideRef: reference,
} as const

/**
 * Fields may be added: the document does not forbid them. It says so of those answers only that have more already, so
 * that the tests can hold the others to what is told.
 */
const open = (schema: object): Json =>
  JSON.parse(
    JSON.stringify(schema, (_, one: unknown) => {
      if (!isObject(one) || one['type'] !== 'object' || !('properties' in one)) return one
      const { additionalProperties: more, ...own } = one
      return more === false ? own : { ...own, additionalProperties: true }
    }),
  )

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** What answers and parameters refer to by name. */
export const schemas = (): Json => ({
  ...lists,
  ...open(toJsonSchemaDefs(components, conversion)),
})

/** The JSON Schema of an answer. */
export function answerSchema(schema: v.GenericSchema): Json {
  const {
    $schema: _,
    $defs: __,
    ...own
  } = toJsonSchema(schema, {
    ...conversion,
    definitions: components,
  })
  return open(own)
}

/** Both languages, the Chinese first. */
export const both = ({ zh, en }: Label): string => `${zh}\n${en}`

const header = (zh: string, en: string): Json => ({
  description: both({ zh, en }),
  schema: { type: 'string' },
})

/** Headers that every answer has. */
const everywhere = {
  ETag: header('标签，供 If-None-Match 使用', 'Tag for If-None-Match'),
  'Cache-Control': header('可保存多久', 'How long it may be kept'),
} as const

/** What a file says of itself, as it has no room for `meta`. */
const ofFiles = {
  'X-Data-Version': header('所含最新的数据版本', 'The newest publish that is in it'),
  'X-Release': header('所属版本，仅当有 v', 'The release that it is a view of, with v only'),
  'X-Missing': header('没有数字的观测数', 'Observations without a number'),
  'X-Coverage': header('收录与应有的报告数', 'Reports received and expected'),
  'X-Source': header('数据来源的说明', 'Where the source is told'),
  Link: header(
    'license 许可；describedby 各列含义；latest-version 现状；next 下一页',
    'license; describedby: what the columns are; latest-version; next page',
  ),
} as const

const next = { Link: header('rel="next"：下一页', 'rel="next": the next page') } as const

/** A table or a picture of data. */
const isOfData = (type: MediaType): boolean => /^text\/csv|^image|\.sheet$/.test(type)

function headersOf({ answer, paged, needs }: Operation): Json {
  const isFile = typeof answer === 'string' && needs === undefined && isOfData(answer)
  return { ...everywhere, ...(paged ? next : {}), ...(isFile ? ofFiles : {}) }
}

/** The media type of an answer. */
export const typeOf = ({ answer, type = 'application/json' }: Operation): MediaType =>
  typeof answer === 'string' ? answer : type

/** Of bytes there is nothing to say. */
const bodyOf = ({ answer }: Operation): Json => {
  if (typeof answer !== 'string') return { schema: answerSchema(answer) }
  return /^text|xml/.test(answer) ? { schema: { type: 'string' } } : {}
}

const problem = (description: string): Json => ({
  description,
  content: {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  },
})

const errors = {
  400: problem(
    '参数无效，errors 指明哪一个及可用的值\nA parameter is not valid; errors tell which and what is allowed',
  ),
  404: problem('没有所问的对象\nThere is no such thing'),
  414: problem('地址太长\nThe address is too long'),
  429: problem('请求过多，见 Retry-After\nToo many requests, see Retry-After'),
  503: problem('升级后正在整理，见 Retry-After\nBeing prepared after an upgrade, see Retry-After'),
} as const

const gone = { 410: problem('已撤回，detail 说明原因\nWithdrawn; detail says why') } as const

/** Every answer that an operation may give, by status. */
export const responses = (operation: Operation): Json => ({
  200: {
    description: both(operation.title),
    headers: headersOf(operation),
    content: { [typeOf(operation)]: bodyOf(operation) },
  },
  304: { description: '与所持相同\nThe same as what is held' },
  ...errors,
  ...(operation.withdrawn ? gone : {}),
})
