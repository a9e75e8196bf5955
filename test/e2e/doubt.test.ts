import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'

const base = inject('baseURL')
/** The report on 2023 prints 0 as the total of 10 and 1. */
const hongze = '/b/320813-0001?figure=review_total'
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const body = async (path: string): Promise<string> => (await fetch(base + path)).text()

test('a total that does not hold says so in sentence, picture, table and chart, and leads to both sides', async () => {
  const page = await browser.newPage()
  await page.goto(base + hongze)
  expect(await page.locator('.sentence').textContent()).toContain(
    '原文所印合计与分项不符，照原文列示',
  )
  expect(await page.locator('main svg').textContent()).toContain('≠ 0')

  await page.locator('main figure').click()
  await page.locator('main figure canvas').press('End')
  expect(await page.locator('main figure [role=status]').textContent()).toContain('合计与分项不符')

  await page.locator('main label', { hasText: '表' }).click()
  const cell = page.locator('main table tr', { hasText: '2023' }).locator('td').first()
  expect(await cell.textContent()).toContain('≠')
  await cell.getByRole('link', { name: '≠' }).click()
  await page.waitForURL(`${base}/b/320813-0001/2023#finding-review_total`)
  expect(await page.locator('#finding-review_total').count()).toBe(1)
  expect(await page.locator('.failures').textContent()).toContain(
    '“行政复议”：四种结果合计11件，应等于总计0件：差11件',
  )
  await page.close()
})

test.for([
  ['/compare?bureaus=320813-0001,321300-0001&figure=review_total', '合计与分项不符'],
  ['/embed/b/320813-0001?figure=review_total', '合计与分项不符'],
  ['/embed/b/320813-0001?figure=review_total&lang=en', 'its sum does not hold'],
])('%s marks it in picture and table, with a note', async ([path = '', word = '']) => {
  const html = await body(path)
  expect(html).toContain(word)
  expect(html).toMatch(/<td class="num">.*?class="disputed"/s)
  // In the picture, and below the table.
  expect(html.match(/≠ (?:原文所印|the sum as printed)/g)?.length).toBeGreaterThanOrEqual(2)
})

test('of years that are not held the page says which years are, not that nothing is', async () => {
  for (const path of ['/b/320813-0001?from=2030', '/embed/b/320813-0001?from=2030']) {
    // oxlint-disable-next-line no-await-in-loop
    const html = await body(path)
    expect(html).toContain('所选年份没有收录的报告；收录年份：2023。')
    expect(html).not.toMatch(/尚未收录|，年/)
  }
  expect(await body('/b/321300-0001?from=2024&to=2024')).not.toContain('还看不出变化')
})

test('the search of a comparison offers real bureaus, made-up ones only among their like or when asked for', async () => {
  const offered = async (query: string) => {
    const html = await body(`/compare?${query}`)
    return [...html.matchAll(/<li><span class="grow"><a href="\/b\/([^"]+)"/g)].map(([, id]) => id)
  }
  const real = await offered('q=局')
  expect(real).toContain('410307-0001')
  expect(real.filter((id) => id?.startsWith('00'))).toEqual([])
  expect((await offered('q=虚构')).some((id) => id?.startsWith('00'))).toBe(true)
  expect((await offered('q=虚构')).length).toBeLessThanOrEqual(20)
  expect(await body('/compare?q=虚构')).toContain('只列出前20个')
})

test.for([
  ['/embed/nope', 404],
  ['/embed/compare?bureaus=410307-0001,321300-0001', 404],
  ['/embed/b/410307-9999', 404],
  [
    '/embed/b/410307-0001?figure=licences_decided,penalties_decided,coercion_decided,norms_made',
    400,
  ],
] as const)('%s says in any frame what is wrong', async ([path, status]) => {
  const answer = await fetch(base + path)
  expect([answer.status, answer.headers.get('x-frame-options')]).toEqual([status, null])
  expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *')
  expect(await answer.text()).toMatch(/<h1>.+<\/h1><p>.+<\/p>/)
})

test('on a phone eight names stand below the picture in readable type, and heads stay low', async () => {
  const ids =
    '410307-0001,320813-0001,321300-0001,310000-0001,321322-0001,429006-0001,440105-0001,330602-0001'
  const context = await browser.newContext({
    viewport: { width: 320, height: 800 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await page.goto(`${base}/compare?bureaus=${ids}`)
  const sizes = await page.locator('main figure svg:visible text').evaluateAll((texts) =>
    texts.map((text) => {
      const scale = text instanceof SVGGraphicsElement ? (text.getScreenCTM()?.a ?? 0) : 0
      return scale * Number.parseFloat(getComputedStyle(text).fontSize)
    }),
  )
  expect(Math.min(...sizes)).toBeGreaterThan(9)
  await page.locator('main figure svg:visible').tap()
  await page.locator('main figure canvas').waitFor()
  await page.locator('main label', { hasText: '表' }).tap()
  const head = await page.locator('main table thead').boundingBox()
  expect(head?.height).toBeLessThan(120)
  await page.goto(`${base}/b/410307-0001`)
  const summary = await page.locator('summary').first().boundingBox()
  expect(summary?.height).toBeGreaterThanOrEqual(44)
  await context.close()
})
