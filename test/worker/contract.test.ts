import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { parts } from '#worker/app.ts'
import { openApi } from '#worker/contract/document.ts'
import { promised } from '#worker/contract/files.ts'

/** Neither data nor its description: pages, embeds, what they load, and what writes. */
const isOther = (path: string): boolean =>
  /^\/(?:assets\/|embed\/|api\/v1\/admin\/)/.test(path) || pages.has(path)

const pages = new Set([
  '/',
  '/about',
  '/b/:bureau',
  '/b/:bureau/:year',
  '/compare',
  '/d/:division',
  '/data',
  // Leads to the catalogue.
  '/data.json',
  '/docs',
  '/f',
  '/f/:figure',
  '/proof/:bureau/:year/:rule',
])

/** In the order in which an address is held against them. */
const loaded = await Promise.all(Object.values(parts).map((part) => part()))

/** The route that answers an address, as the routers have it. */
function routeOf(address: string): string | undefined {
  const { pathname } = new URL(address, 'https://niantu.example')
  for (const { router } of loaded) {
    const [found] = router.match('GET', pathname)
    const paths = found.map(([[, { method, path }]]) => (method === 'ALL' ? '' : path))
    const path = paths.find((one) => one !== '')
    if (path !== undefined) return path
  }
  return undefined
}

const routes = [
  ...new Set(
    loaded
      .flatMap((part) => part.routes)
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path),
  ),
].filter((path) => !isOther(path))

test('every public route has a schema and an example', () => {
  const told = new Set(promised.flatMap(({ examples }) => examples.map(routeOf)))
  expect(routes.filter((route) => !told.has(route))).toEqual([])
})

test.for(promised.map((operation) => [operation.path, operation] as const))(
  '%s is a route, and its examples are of it',
  ([path, { examples }]) => {
    const form = new RegExp(
      `^${path.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '.+')}$`,
    )
    for (const example of examples) {
      expect(routes).toContain(routeOf(example))
      expect(example.split('?')[0]).toMatch(form)
    }
  },
)

test('the build is of this contract', async () => {
  const built = await env.ASSETS.fetch('https://niantu.example/openapi.json')
  expect(await built.json()).toEqual(openApi())
})
