import { parseArgs } from 'node:util'
import { freePort } from '../cli/server.ts'
import { launchBrowser } from './browser.ts'
import { type Kind, kindsOf } from './pages/kinds.ts'
import { categories, lighthouse } from './pages/lighthouse.ts'
import { type Measured, measure } from './pages/measure.ts'
import { served } from './pages/served.ts'

/** Bars of every page. */
const least = { performance: 0.98, accessibility: 1, 'best-practices': 1, seo: 1 } as const
const mostStyles = 12_000
const mostScript = 14_000
const longestTask = 100

/** An error has no bar for what it is: nobody should find it by searching, and a browser logs its status. */
const ofError = /^(?:seo|best-practices)/

/**
 * Every kind of public page through Lighthouse in a real browser, as a slow phone sees it, with its bytes. `--runs` (3;
 * medians are told), `--only /about`, `--lang en`; `--server URL` visits one that runs already.
 */
export async function pages(args: readonly string[]): Promise<string[]> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '3' },
      only: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      server: { type: 'string' },
    },
  })
  const port = await freePort()
  const visit = await lighthouse(port)
  return served(values.server, async (url) => {
    const browser = await launchBrowser([`--remote-debugging-port=${port}`])
    try {
      const kinds = await kindsOf(url, values.lang)
      const lines: string[] = []
      // A browser that has just started is slower.
      await visit(url)
      for (const kind of kinds.filter(
        ({ name }) => values.only === undefined || name === values.only,
      ))
        // oxlint-disable-next-line no-await-in-loop -- one page at a time, or they slow each other down
        lines.push(...told(kind, await measure(url, kind, visit, Number(values.runs))))
      if (lines.some((line) => line.includes('✗'))) process.exitCode = 1
      return [...head, ...lines]
    } finally {
      await browser.close()
    }
  })
}

const head = [
  '| page | body | styles | script | performance | accessibility | best practices | SEO | CLS | blocking ms | longest task ms |',
  '|---|---|---|---|---|---|---|---|---|---|---|',
]

/** The page as a line of the table, and a line for each audit that it does not pass. */
function told(kind: Kind, measured: Measured | string): string[] {
  if (typeof measured === 'string') return [`| ${kind.name} | ✗ ${measured} |`]
  const { bytes, scores, shift, blocking, longest, failing } = measured
  const cells = [
    kind.name,
    most(bytes.body, kind.most),
    most(bytes.styles, mostStyles),
    most(bytes.script, mostScript),
    ...categories.map((name) =>
      kind.isError && ofError.test(name)
        ? '—'
        : held(scores[name].toFixed(2), scores[name] >= least[name]),
    ),
    held(shift.toFixed(3), shift === 0),
    String(Math.round(blocking)),
    most(Math.round(longest), longestTask),
  ]
  const causes = failing.filter((text) => !(kind.isError && ofError.test(text)))
  return [`| ${cells.join(' | ')} |`, ...causes.map((text) => `  - ${text}`)]
}

const held = (text: string, holds: boolean): string => (holds ? text : `${text} ✗`)
const most = (value: number, bar: number): string =>
  held(value.toLocaleString('en-US'), value <= bar)
