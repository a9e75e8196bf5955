import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { get } from './collection.ts'

// Nothing is published here, and nothing is asked of the database that needs it.

const request = (path: string, init: RequestInit = {}, bindings: object = env) =>
  Promise.resolve(app.request(path, init, bindings))

const typeOf = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';')[0] ?? ''

const [html, problem] = ['text/html', 'application/problem+json']

test.for([
  // who answers what: path, status, type
  ['/', 200, html],
  ['/data', 200, html],
  ['/data?lang=en', 200, html],
  ['/about', 200, html],
  ['/docs', 200, html],
  ['/nothing', 404, html],
  ['/data/2026.1.0', 404, html],
  ['/b/410307-0001', 404, html],
  ['/b/410307-0001.csv', 404, problem],
  ['/b/410307-0001/x.json', 400, problem],
  ['/nothing.csv', 404, problem],
  ['/data/2026.1.0/README.md', 404, problem],
  ['/schema/nothing', 404, problem],
  ['/api/nothing', 404, problem],
  ['/api/v1/admin/nothing', 401, problem],
  ['/embed/nothing', 404, html],
  ['/?v=2001.1.0', 404, html],
] as const)('%s is %i, %s', async ([path, status, type]) => {
  const response = await get(path)
  expect([response.status, typeOf(response)]).toEqual([status, type])
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain('frame-ancestors')
})

test.for([
  '/',
  '/b/410307-0001.csv',
  '/api/v1/figures',
  '/embed/b/410307-0001',
  '/schema/2021.json',
])('nothing is written at %s', async (path) => {
  const response = await request(path, { method: 'POST' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
})

test('the data has a catalogue for machines', async () => {
  const response = await get('/data.json')
  expect([response.status, response.headers.get('location')]).toEqual([
    302,
    '/api/v1/catalogue.jsonld',
  ])
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})

test.for([
  ['/data', '还没有发布版'],
  ['/data?lang=en', 'There is no release yet'],
] as const)('%s says that there is no release', async ([path, words]) => {
  expect(await (await get(path)).text()).toContain(words)
})

test.for([
  // a path that is not there, what is offered
  ['/abuot', '<a href="/about">关于</a>'],
  ['/downloads', '<a href="/data">数据</a>'],
  ['/Figures/x', '<a href="/f">指标</a>'],
  ['/comapre?lang=en', '<a href="/compare?lang=en">Compare</a>'],
  ['/b/偃师文旅局', 'value="偃师文旅局"'],
  ['/d/%E5%81%83%E5%B8%88', 'value="偃师"'],
  ['/d/%zz', 'name="q"'],
  ['/b/410307-0099', 'value=""'],
] as const)('%s is helped on: %s', async ([path, offered]) => {
  const response = await get(encodeURI(path).replaceAll('%25', '%'))
  expect(response.status).toBe(404)
  expect(await response.text()).toContain(offered)
})

test('a word that is near no page is not taken for one', async () => {
  for (const path of ['/wp-admin', '/x', '/政府', '/api-docs-of-something'])
    // oxlint-disable-next-line no-await-in-loop
    expect(await (await get(path)).text()).not.toContain('您要找的也许是')
})

test.for(['zh', 'en'])('without a database there is a page that helps (%s)', async (lang) => {
  const DB = {
    withSession() {
      throw new Error('gone')
    },
  }
  const response = await request(`/?lang=${lang}`, {}, { ...env, DB })
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).toContain('name="q"')
  expect(text).not.toContain('gone')
})

test.for([
  ['/about', '/about', '/about?lang=en'],
  ['/about?lang=en&tab=x', '/about?lang=en', '/about?lang=en'],
] as const)(
  '%s has one address for search engines in each language',
  async ([path, own, english]) => {
    const origin = 'https://niantu.example'
    const response = await request(path, {}, { ...env, PUBLIC_ORIGIN: origin })
    const text = await response.text()
    expect(text).toContain(`<link rel="canonical" href="${origin}${own}"/>`)
    expect(text).toContain(`<link rel="alternate" hreflang="en" href="${origin}${english}"/>`)
    expect(text).toContain(`<link rel="alternate" hreflang="zh-Hans" href="${origin}/about"/>`)
  },
)
