import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'

const base = inject('baseURL')
const bureau = `${base}/b/000100-0001`
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('tabs by keyboard: the address follows, opens the same, and the way back leads to the page before', async () => {
  const page = await browser.newPage()
  await page.goto(base)
  await page.goto(bureau)
  await page.locator('#licences-chart').focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('#licences table').isVisible()).toBe(true)
  await expect.poll(() => new URL(page.url()).search).toBe('?tab=licences.table')
  // The focus can be seen, on the label of what is chosen.
  const ring = await page.evaluate(
    () =>
      getComputedStyle(document.querySelector('[for=licences-table]') ?? document.body)
        .outlineStyle,
  )
  expect(ring).toBe('solid')
  await page.locator('#outcomes-source').focus()
  await page.keyboard.press('Space')
  await expect.poll(() => new URL(page.url()).search).toBe('?tab=licences.table,outcomes.source')

  const other = await browser.newPage({ javaScriptEnabled: false })
  await other.goto(page.url())
  expect(await other.locator('#licences table').isVisible()).toBe(true)
  expect(await other.locator('#outcomes a', { hasText: '收录的报告' }).isVisible()).toBe(true)
  await other.close()

  await page.locator('#licences-table').focus()
  await page.keyboard.press('ArrowLeft')
  await page.locator('#outcomes-source').focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => new URL(page.url()).search).toBe('')
  await page.goBack()
  expect(page.url()).toBe(`${base}/`)
  await page.close()
})

test('a reference has the day of access and can be copied; of the drawers one is open', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(bureau)
  const block = page.locator('#licences')
  await block.getByText('下载', { exact: true }).click()
  await block.getByText('引用', { exact: true }).click()
  expect(await block.locator('details[open]').count()).toBe(1)
  await block.getByRole('button', { name: '复制' }).click()
  const copied: string = await page.evaluate('navigator.clipboard.readText()')
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' })
  expect(copied).toMatch(
    /^年图\. 行政许可处理决定数量，.+，\d{4}–\d{4}年\[DS\/OL\]\. \d{4}\.\d+\.0版\. \[[\d-]+\]\. http/,
  )
  expect(copied).toContain(`[${today}]`)
  await page.keyboard.press('Escape')
  expect(await block.locator('details[open]').count()).toBe(0)
  const address = copied.slice(copied.lastIndexOf('http'))
  expect((await page.goto(address))?.status()).toBe(200)
  expect(await page.locator('.status').textContent()).toContain('目前没有更新的定版')
  await context.close()
})

test('bureaus are offered while one types; the one taken is compared', async () => {
  const page = await browser.newPage()
  await page.goto(bureau)
  const field = page.locator('#add')
  await field.pressSequentially('偃师 文旅')
  const offer = page.locator('#found option').first()
  await offer.waitFor({ state: 'attached' })
  await field.fill((await offer.getAttribute('value')) ?? '')
  await field.press('Enter')
  await page.waitForURL(/\/compare/)
  expect(new URL(page.url()).search).toBe('?bureaus=000100-0001%2C410307-0001')
  await page.close()
})

test('in print every panel shows, and no control', async () => {
  const page = await browser.newPage()
  await page.goto(bureau)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#licences svg').isVisible()).toBe(true)
  expect(await page.locator('#licences table').isVisible()).toBe(true)
  expect(await page.locator('#licences label').first().isVisible()).toBe(false)
  await page.close()
})
