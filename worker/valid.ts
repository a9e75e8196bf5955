import { sValidator } from '@hono/standard-validator'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { ValidationTargets } from 'hono'
import { Problem, issuesOf } from './errors.ts'

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
