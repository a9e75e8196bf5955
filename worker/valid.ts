import { sValidator } from '@hono/standard-validator'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { ValidationTargets } from 'hono'
import * as v from 'valibot'
import { Problem, issuesOf } from './errors.ts'

// What every schema would else say in English only, and in the words of programs.
v.setSpecificMessage(v.object, ({ expected, received }) =>
  received === 'undefined'
    ? `缺少 ${expected ?? ''}，见 /docs（missing, see /docs）`
    : '应为对象（an object is needed）',
)
v.setSpecificMessage(v.string, ({ input }) =>
  Array.isArray(input) ? '只能给一次（may be given once only）' : '应为文字（a text is needed）',
)

/** Validates one part of a request; one that fails gets the API's one error shape: 400, or 422 for a body. */
export const valid = <Schema extends StandardSchemaV1, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) =>
  sValidator(target, schema, (result) => {
    if (result.success) return
    const errors = issuesOf(result.error)
    throw new Problem(
      target === 'json' ? 422 : 400,
      target === 'json'
        ? '提交的内容不符合要求，未写入任何内容（the body is not as required; nothing was written）'
        : '参数无效（invalid parameter）',
      errors,
    )
  })
