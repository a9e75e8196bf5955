import { type Server, createServer } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'

const base = inject('baseURL')
const chart = `${base}/embed/b/410307-0001?figure=licences_decided`
let browser: Browser
let host: Server
let origin: string

/** A page of somebody else's: the frame as our snippet gives it, and a listener that keeps the heights it is told. */
const page = (attributes: string) => `<!doctype html><html lang="zh-Hans"><title>门户</title>
<iframe src="${chart}" title="图" width="100%" height="460" style="border:0" ${attributes}></iframe>
<script>
  window.heights = []
  addEventListener('message', (event) => {
    if (event.source === document.querySelector('iframe').contentWindow) window.heights.push(event.data)
  })
</script></html>`

beforeAll(async () => {
  browser = await launchBrowser()
  host = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page(request.url === '/sandboxed' ? 'sandbox="allow-scripts allow-popups"' : ''))
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

test.for(['/', '/sandboxed'])('a page of another origin shows the chart: %s', async (path) => {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 } })
  const tab = await context.newPage()
  const trouble: string[] = []
  tab.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
  tab.on('request', (request) => {
    const known = [origin, base].some((own) => request.url().startsWith(own))
    if (!known || request.url().includes('/assets/')) trouble.push(request.url())
  })
  await tab.goto(origin + path)
  const frame = tab.frames().find((f) => f.url().startsWith(base))
  expect(frame).toBeDefined()
  expect(await frame?.locator('h1').textContent()).toContain('偃师区文化广电和旅游局')
  expect(await frame?.locator('svg desc').textContent()).toMatch(/(?<!\d)45(?!\d)/)
  expect(await frame?.locator('svg').isVisible()).toBe(true)

  await expect.poll(() => tab.evaluate('window.heights.length')).toBeGreaterThan(0)
  const content = await frame?.evaluate(() => document.documentElement.scrollHeight)
  const heights: { type?: string; height?: number }[] = await tab.evaluate('window.heights')
  const own = heights.filter(({ type }) => type === 'niantu:height').at(-1)
  expect(Math.abs((own?.height ?? 0) - (content ?? 0))).toBeLessThanOrEqual(2)
  expect(trouble.filter((line) => !line.includes('favicon'))).toEqual([])
  await context.close()
})

test('the frame shows the chart without script, and says what is wrong with a wrong address', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const tab = await context.newPage()
  await tab.goto(chart)
  expect(await tab.locator('svg desc').textContent()).toContain('45')
  expect(await tab.locator('table').count()).toBe(1)
  for (const [address, status] of [
    [`${base}/embed/b/410307-9999`, 404],
    [`${base}/embed/b/410307-0001?figure=nothing`, 400],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await tab.goto(address)
    expect(answer?.status()).toBe(status)
    // oxlint-disable-next-line no-await-in-loop
    expect((await tab.locator('body').textContent())?.length).toBeGreaterThan(10)
  }
  await context.close()
})

test.for(['/b/410307-0001', '/'])('%s does not let itself be framed elsewhere', async (path) => {
  const context = await browser.newContext()
  const tab = await context.newPage()
  await tab.goto(origin)
  await tab.setContent(`<iframe src="${base}${path}"></iframe>`)
  await tab.waitForTimeout(500)
  const frame = tab.frames().at(1)
  expect(
    await frame?.evaluate(() => document.body.textContent ?? '').catch(() => ''),
  ).not.toContain('年图')
  await context.close()
})
