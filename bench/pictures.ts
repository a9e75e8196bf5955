import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { root } from '../cli/place.ts'
import { launchBrowser } from './browser.ts'
import { kindsOf } from './pages/kinds.ts'
import { served } from './pages/served.ts'

const widths = [1280, 360] as const

/** A picture that stands in the documentation is at most so large. */
const mostBytes = 150_000

/** How much of a page is on its picture, the most first. */
const heights = [6000, 3000, 1600, 1200, 900, 700, 500] as const

/** Those that README and docs show: kind and width, and the name of the file. */
const shown: Readonly<Record<string, string>> = {
  '/ 1280': 'home.png',
  '/b/{bureau} 1280': 'bureau.png',
  '/b/{bureau} 360': 'bureau-phone.png',
  '/f/{figure} 1280': 'figure.png',
}

/**
 * Pictures of every kind of public page at 1280 and 360 px, to be looked at, in `--folder` (`pictures.out`, which git
 * ignores); with `--docs` those few that the documentation shows, into docs/pictures. `--lang en`, `--server URL`.
 */
export async function pictures(args: readonly string[]): Promise<string[]> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      folder: { type: 'string', default: join(root, 'pictures.out') },
      docs: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'zh' },
      server: { type: 'string' },
    },
  })
  const folder = values.docs ? join(root, 'docs/pictures') : values.folder
  mkdirSync(folder, { recursive: true })
  return served(values.server, async (url) => {
    const browser = await launchBrowser()
    try {
      const kinds = await kindsOf(url, values.lang, values.docs)
      const lines: string[] = []
      for (const width of widths) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as below
        const page = await browser.newPage({ viewport: { width, height: 900 } })
        for (const { name, path } of kinds) {
          const all = `${fileName(name)}-${width}.png`
          const own = values.docs ? shown[`${name} ${width}`] : all
          if (own === undefined) continue
          const file = join(folder, own)
          // oxlint-disable-next-line no-await-in-loop
          await page.goto(url + path, { waitUntil: 'networkidle' })
          // oxlint-disable-next-line no-await-in-loop
          lines.push(`${file}: ${await shoot(page, file, values.docs ? mostBytes : Infinity)}`)
        }
      }
      return lines
    } finally {
      await browser.close()
    }
  })
}

/** `/b/{bureau}/{year}` → `b-bureau-year`. */
const fileName = (name: string): string =>
  name.replaceAll(/[^\w]+/g, '-').replaceAll(/^-|-$/g, '') || 'home'

/** As much of the page from its top as fits the bytes; says what is to be known of it. */
async function shoot(page: Page, path: string, bytes: number): Promise<string> {
  // Numbers of a page, which Node does not know the types of.
  const [width = 0, high = 0, over = 0] = await page.evaluate<number[]>(
    '[innerWidth, document.documentElement.scrollHeight, document.documentElement.scrollWidth - innerWidth]',
  )
  const wide = over > 0 ? `, ✗ ${over} px too wide` : ''
  for (const most of heights) {
    const height = Math.min(most, high)
    // oxlint-disable-next-line no-await-in-loop -- smaller until it fits
    await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height } })
    const { size } = statSync(path)
    if (size <= bytes) return `${height} of ${high} px, ${size} bytes${wide}`
  }
  return `✗ more than ${bytes} bytes${wide}`
}
