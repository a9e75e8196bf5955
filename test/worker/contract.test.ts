import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { openApi } from '#worker/contract/document.ts'
import { promised } from '#worker/contract/files.ts'

/** Neither data nor its description: pages, embeds, what they load, and what writes. */
const isOther = (path: string): boolean =>
  /^\/(?:$|about$|docs$|compare$|assets\/|embed\/|b\/:bureau(?:\/:year)?$|api\/v1\/admin\/)/.test(
    path,
  )

/** The route that answers an address, as the router has it. */
const routeOf = (address: string): string | undefined => {
  const { pathname } = new URL(address, 'https://niantu.example')
  const [found] = app.router.match('GET', pathname)
  return found.map(([[, { method, path }]]) => (method === 'ALL' ? '' : path)).find((path) => path)
}

const routes = [
  ...new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)),
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
