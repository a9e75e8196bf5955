import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** One thing that is wrong, where it is, and what to do about it. */
export interface ErrorItem {
  readonly code: string
  /** Where: a query parameter, a header, or a path into the body such as `cells.requests_new.total`. */
  readonly path: string
  readonly message: string
}

/** Every error of the API leaves in this shape (RFC 9457). */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors: readonly ErrorItem[]
}

/** What a schema found, as items of a problem. */
export const issuesOf = (issues: readonly StandardSchemaV1.Issue[]): ErrorItem[] =>
  issues.map(({ message, path }) => ({
    code: 'invalid',
    path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message,
  }))

/** An answer that is not the one asked for; `errors` says what and where. Thrown, and turned into JSON in one place. */
export class Problem extends HTTPException {
  readonly errors: readonly ErrorItem[]
  constructor(status: ContentfulStatusCode, detail: string, errors: readonly ErrorItem[] = []) {
    super(status, { message: detail })
    this.errors = errors
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Token needed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported media type',
  422: 'Refused',
  429: 'Too many requests',
  500: 'Internal error',
  501: 'Not available here',
  503: 'Not available now',
}

function problemDetails(error: unknown): ProblemDetails {
  const status = error instanceof HTTPException ? error.status : 500
  return {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail:
      error instanceof HTTPException
        ? error.message
        : '服务器内部错误，未写入任何内容，请稍后再试（internal error; nothing was written, try again later）',
    errors: error instanceof Problem ? error.errors : [],
  }
}

/** The error as the API's answer. What nobody expected is logged, and the caller learns nothing of it. */
export function toProblem(error: unknown, c: Context): Response {
  const details = problemDetails(error)
  if (details.status === 500) console.error(error)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every status here has a body
  return c.json(details, details.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(details.status === 401 ? { 'www-authenticate': 'Bearer realm="niantu"' } : {}),
  })
}

/** Whether it asks for something; what writes lies elsewhere. */
export const isRead = (c: Context): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)

/** For an address that nothing answers, or nothing but reading. */
export function noRoute(c: Context): Response {
  if (isRead(c))
    return toProblem(new Problem(404, '没有这个接口（no such route; see /api/v1/openapi.json）'), c)
  c.header('allow', 'GET, HEAD, OPTIONS')
  return toProblem(new Problem(405, '这里只能读取：请用 GET（read only: use GET）'), c)
}
