import { type Server, createServer } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'

const base = inject('baseURL')
const bureau = '410307-0001'
const pictures = [
  `/b/${bureau}.svg`,
  `/b/${bureau}.svg?figure=licences_decided&lang=en`,
  `/compare.svg?bureaus=${bureau},000100-0001`,
]
let browser: Browser
let host: Server
let origin: string

/** A page of somebody else's that shows the pictures. */
const page = `<!doctype html><html lang="zh-Hans"><title>门户</title><body style="background:#123">
${pictures.map((path) => `<img src="${base}${path}" alt="图">`).join('')}</body></html>`

beforeAll(async () => {
  browser = await launchBrowser()
  host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page)
  })
  await new Promise<void>((done) => void host.listen(0, '127.0.0.1', done))
  // Another name of the same machine is another origin.
  const address = host.address()
  origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(async () => {
  await browser.close()
  host.close()
})

test('a page of another origin shows the pictures, which ask for nothing more', async () => {
  const tab = await browser.newPage({ viewport: { width: 760, height: 900 } })
  const asked: string[] = []
  tab.on('request', (request) => asked.push(request.url()))
  await tab.goto(origin)
  await tab.waitForLoadState('networkidle')
  const shown = await tab
    .locator('img')
    .evaluateAll((all) =>
      all.map((image) => image instanceof HTMLImageElement && [image.complete, image.naturalWidth]),
    )
  expect(shown).toEqual(pictures.map(() => [true, 720]))
  const others = asked.filter((url) => !url.includes('favicon') && url !== `${origin}/`)
  expect(others.toSorted()).toEqual(pictures.map((path) => base + path).toSorted())
  await tab.close()
})

test.for(pictures)('%s stands alone: all of it in sight, nothing forbidden', async (path) => {
  const tab = await browser.newPage({ viewport: { width: 760, height: 900 } })
  const trouble: string[] = []
  tab.on('console', (message) => trouble.push(message.text()))
  await tab.goto(base + path)
  const outside = await tab.evaluate(() => {
    const frame = document.documentElement.getBoundingClientRect()
    return [...document.querySelectorAll('text')]
      .filter((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        return left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom
      })
      .map((text) => text.textContent)
  })
  expect(outside).toEqual([])
  expect(trouble).toEqual([])
  await tab.close()
})

test('a program of another origin reads the files and what their headers tell', async () => {
  const tab = await browser.newPage()
  await tab.goto(origin)
  const told = await tab.evaluate(async (address) => {
    const response = await fetch(address)
    const [head] = (await response.text()).split('\r\n')
    return [
      response.status,
      head?.split(',')[0],
      response.headers.get('x-missing'),
      response.headers.get('link'),
    ]
  }, `${base}/b/${bureau}.csv`)
  expect(told).toEqual([
    200,
    'id',
    expect.stringMatching(/^\d+$/),
    expect.stringContaining('license'),
  ])
  await tab.close()
})
