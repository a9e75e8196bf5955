import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The machine's own Chromium, or else the one that the npm package @sparticuz/chromium carries (Linux, x64); `more`:
 * arguments beside those that it needs.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const own = installed.find((path) => path !== undefined && existsSync(path))
  const args = ['--no-sandbox', '--disable-dev-shm-usage', ...more]
  if (own) return chromium.launch({ executablePath: own, args })
  const folder = await (unpacking ??= unpack())
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...process.env, ...libraries(folder) },
  })
}

let unpacking: Promise<string> | undefined

/** NSS, NSPR and expat come along for a machine that has none; fonts only where the machine knows none. */
const libraries = (folder: string): Record<string, string> => ({
  LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
  ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
})

/** Unpacks aside and moves into place, so that two test runs at once never see half a browser. */
async function unpack(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const bin = join(dirname(entry), '../bin')
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const folder = join(tmpdir(), `niantu-chromium-${version(entry)}-${userInfo().uid}`)
  if (existsSync(folder)) return folder

  const aside = mkdtempSync(`${folder}.`)
  const before = process.env['TMPDIR']
  // The package unpacks into os.tmpdir(), which follows TMPDIR.
  process.env['TMPDIR'] = aside
  try {
    await packed.executablePath(bin)
    await inflate(join(bin, 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  try {
    renameSync(aside, folder)
  } catch {
    // Another run was faster.
    rmSync(aside, { recursive: true })
  }
  return folder
}

function version(entry: string): string {
  const { version: own }: { version: string } = createRequire(entry)('../package.json')
  return own
}
