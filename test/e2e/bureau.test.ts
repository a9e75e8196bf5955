import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'

const base = inject('baseURL')
const bureau = `${base}/b/410307-0001`
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A page of its own that fails the test at any error in the console and any request to another host. */
async function open(address: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context: BrowserContext = await browser.newContext(options)
  const page: Page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:'))
      trouble.push(`request to ${request.url()}`)
  })
  const response = await page.goto(address)
  return { page, trouble, status: response?.status() ?? 0, close: () => context.close() }
}

const text = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).allTextContents()

test('the page of 偃师区文化广电和旅游局 says 45 and 8 in table and chart', async () => {
  const { page, trouble, close } = await open(bureau)
  expect(await page.locator('h1').textContent()).toContain('偃师区文化广电和旅游局')
  const numbers = (id: string) => text(page, `#${id} tbody tr:first-child td`)
  expect(await numbers('licences')).toEqual(['45'])
  expect(await numbers('penalties')).toEqual(['8'])

  for (const id of ['licences', 'penalties', 'applicants'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a reader does
    await page.locator(`#${id} figure`).click()
  await page.locator('#applicants canvas').waitFor()
  const drawn = await page.evaluate(() =>
    [...document.querySelectorAll('canvas')].map((canvas) => {
      // oxlint-disable-next-line typescript/no-explicit-any, typescript/no-unsafe-type-assertion -- the page's global
      const chart = (globalThis as any).Chart.getChart(canvas)
      return chart.data.datasets.map((set: { data: unknown[] }) => set.data)
    }),
  )
  expect(drawn.slice(0, 2)).toEqual([[[45]], [[8]]])
  expect(drawn[2]).toHaveLength(6)
  const canvas = page.locator('#licences canvas')
  expect(await canvas.getAttribute('aria-label')).toContain('行政许可处理决定数量')
  expect(await canvas.getAttribute('aria-describedby')).toBe('licences-numbers')
  expect(trouble).toEqual([])
  await close()
})

test('without JavaScript the same numbers are there, each tab opens, and each number leads to its cell', async () => {
  const { page, close } = await open(bureau, { javaScriptEnabled: false })
  expect(await page.locator('main svg').count()).toBe(9)
  expect(await page.locator('#licences table').isVisible()).toBe(false)
  await page.locator('#licences label', { hasText: '表' }).click()
  expect(await page.locator('#licences table').isVisible()).toBe(true)
  expect(await page.locator('#licences svg').isVisible()).toBe(false)
  await page.locator('#licences td a', { hasText: '45' }).click()
  await page.waitForURL(`${bureau}/2024?cell=licences_decided#cell`)
  await close()
})

test('a bureau is found by search and its report opened, by keyboard and without JavaScript', async () => {
  const { page, close } = await open(`${base}/`, { javaScriptEnabled: false })
  await page.locator('input[name=q]').fill('偃师 文旅')
  await page.locator('input[name=q]').press('Enter')
  await page.getByRole('link', { name: '偃师区文化广电和旅游局' }).first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(bureau)
  await page.locator('main').getByRole('link', { name: '2024年报告' }).click()
  await page.waitForURL(`${bureau}/2024`)
  expect(await page.locator('main').textContent()).toContain('第二十条第（一）项')
  await close()
})

/** Every kind of page, with what makes it hard. */
const kinds: readonly (readonly [string, string])[] = [
  ['home', '/'],
  ['search without a match', '/?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA'],
  ['made-up bureaus', '/?collection=made-up'],
  ['bureau with one year', '/b/410307-0001'],
  ['bureau with an area and big numbers', '/b/321300-0001'],
  ['bureau with blanks', '/b/310000-0001'],
  ['report of the 2019 form', '/b/310000-0001/2019'],
  ['report with sums that do not hold', '/b/320813-0001/2023'],
  ['report that is an excerpt', '/b/321300-0001/2025'],
  ['comparison', '/compare?bureaus=321300-0001,321322-0001,320813-0001&figure=licences_decided'],
  [
    'comparison of eight',
    '/compare?bureaus=410307-0001,320813-0001,321300-0001,310000-0001,321322-0001,429006-0001,440105-0001,330602-0001',
  ],
  ['comparison of nothing', '/compare'],
  ['figure in dispute', '/b/320813-0001?figure=review_total'],
  ['years that are not held', '/b/320813-0001?from=2030'],
  ['about', '/about'],
  ['not found', '/nothing'],
]

/** The narrowest phone, a common one and a desk, in both languages. */
const visits = [
  { width: 320, lang: 'en' },
  { width: 360, lang: 'zh' },
  { width: 1280, lang: 'en' },
] as const

test.for(kinds)('%s: no barrier, no stranger, no sideways scroll', async ([, path]) => {
  for (const { width, lang } of visits) {
    const address = new URL(path, base)
    if (lang === 'en') address.searchParams.set('lang', 'en')
    // oxlint-disable-next-line no-await-in-loop -- one page at a time
    expect(await barriers(address.href, width), `${address.href} at ${width}`).toEqual([])
  }
})

/** What stands in a reader's way on a page; empty where nothing does. */
async function barriers(address: string, width: number): Promise<string[]> {
  const { page, trouble, status, close } = await open(address, {
    viewport: { width, height: 800 },
    // axe is put into the page by the test; the page's own policy would refuse it.
    bypassCSP: true,
  })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const headings = await page.locator('h1').count()
  const found = await violations(page)
  await close()
  return [
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...found,
    // The browser itself reports the status of a page that is meant to be an error.
    ...trouble.filter((line) => status === 200 || !line.includes(String(status))),
  ]
}

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' })
  return page.evaluate(async () => {
    // oxlint-disable-next-line typescript/no-explicit-any, typescript/no-unsafe-type-assertion -- put in above
    const { violations: found } = await (globalThis as any).axe.run()
    return found.map(
      (v: { id: string; nodes: { html: string }[] }) =>
        `${v.id}: ${v.nodes[0]?.html.slice(0, 200)}`,
    )
  })
}
