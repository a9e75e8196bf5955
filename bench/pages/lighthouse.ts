import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** 120 packages that nothing else needs: installed with the first run, and not with the product. */
const version = '13.5.0'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof categories)[number]

interface Audit {
  readonly id: string
  readonly title: string
  /** 0 to 1; null where it does not apply. */
  readonly score: number | null
  readonly numericValue?: number
  readonly details?: { readonly items?: readonly Readonly<Record<string, unknown>>[] }
}

/** What Lighthouse says of one visit. */
export interface Result {
  readonly categories: Readonly<
    Record<
      Category,
      {
        readonly score: number | null
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[]
      }
    >
  >
  readonly audits: Readonly<Record<string, Audit>>
  readonly runtimeError?: { readonly message: string }
}

type Lighthouse = (
  address: string,
  flags: Readonly<Record<string, unknown>>,
) => Promise<{ readonly lhr: Result } | undefined>

/** Visits an address with the browser that listens at a port, as a slow phone would. */
export type Visit = (address: string) => Promise<Result>

/** Installs Lighthouse where it is not there yet. Throws Error where that fails, as without a network. */
export async function lighthouse(port: number): Promise<Visit> {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'niantu')
  const own = join(folder, `lighthouse-${version}`)
  const entry = join(own, 'node_modules/lighthouse/core/index.js')
  if (!existsSync(entry)) install(own)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as its own documentation has it
  const { default: visit } = (await import(pathToFileURL(entry).href)) as { default: Lighthouse }
  return async (address) => {
    // Its own settings are those of a phone: 4 × slower, 1.6 Mbit/s.
    const flags = { port, logLevel: 'error', onlyCategories: categories, ignoreStatusCode: true }
    const found = await visit(address, flags)
    if (!found) throw new Error(`${address}: Lighthouse says nothing`)
    return found.lhr
  }
}

function install(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts']
  const { status, stderr } = spawnSync('npm', [...args, `lighthouse@${version}`], {
    encoding: 'utf8',
  })
  if (status !== 0)
    throw new Error(
      `装不了 lighthouse@${version}，需要能访问 npm 的网络（cannot install it: this bench needs npm's registry once）\n${stderr}`,
    )
}
