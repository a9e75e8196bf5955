import { Hono } from 'hono'
import { tellFile } from '../answer/file.ts'
import { documentText } from '../document.ts'
import type { Env } from '../env.ts'

/** The API's description, OpenAPI 3.1. */
export const openapi = new Hono<Env>().get('/', async (c) => {
  await tellFile(c, 'application/json; charset=utf-8', {})
  return c.body(await documentText(c, 'openapi.json'))
})
