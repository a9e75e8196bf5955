import { type Context, Hono } from 'hono'
import { trimTrailingSlash } from 'hono/trailing-slash'
import type { Env } from './env.ts'
import { toProblem } from './errors.ts'
import { withSecurity } from './headers.ts'

/** What answers requests, each part a module of its own: a page need not load the API, nor the API the pages. */
export const parts = {
  admin: async () => (await import('./admin.ts')).admin,
  embeds: async () => (await import('./embed/index.tsx')).embeds,
  data: async () => (await import('./data.ts')).data,
  proofs: async () => (await import('./proofs.ts')).proofs,
  pictures: async () => (await import('./pictures.ts')).pictures,
  site: async () => (await import('./site.ts')).site,
} as const

const by =
  (part: keyof typeof parts) =>
  async (c: Context<Env>): Promise<Response> =>
    (await parts[part]()).fetch(c.req.raw, c.env)

/** The whole product: API, files, pages, embeds. The first line that fits an address says who answers. */
export const app = new Hono<Env>()
  .use(withSecurity)
  .use(trimTrailingSlash())
  .get('/assets/*', (c) => c.env.ASSETS.fetch(c.req.raw))
  .all('/api/v1/admin/*', by('admin'))
  .all('/api/*', by('data'))
  .all('/embed/*', by('embeds'))
  .all('/schema/:file', by('data'))
  .all('/data/:release/:path{.+}', by('data'))
  .all('/proof/:path{.+\\.json}', by('proofs'))
  .all('/:path{.+\\.(?:json|csv|xlsx)}', by('data'))
  .all('/:path{.+\\.svg}', by('pictures'))
  .all('*', by('site'))
  .onError(toProblem)
