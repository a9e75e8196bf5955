import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { root } from './place.ts'
import { CommandError, run } from './run.ts'

const vite = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
)

/**
 * Builds the front end into dist/. A server that runs from there never sees it half done, and nothing at all where
 * nothing changed. Throws CommandError.
 */
export async function buildWeb(): Promise<void> {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'niantu-web-'))
  try {
    await build('web', fresh)
    bringOver(fresh, join(root, 'dist'))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Builds the Worker into dist-worker/; after the front end, whose file names it holds. Throws CommandError. */
export const buildWorker = (): Promise<void> => build('worker', join(root, 'dist-worker'))

async function build(half: 'web' | 'worker', folder: string): Promise<void> {
  const args = ['build', '--config', `${half}/vite.config.ts`, '--outDir', folder]
  const { ok, log } = await run(vite, args)
  if (!ok) throw new CommandError('vite build', log)
}

/** Makes `to` the same as `from`, touching only files that differ. */
export function bringOver(from: string, to: string): void {
  const files = filesIn(from)
  for (const file of files)
    if (!content(join(to, file))?.equals(readFileSync(join(from, file))))
      cpSync(join(from, file), join(to, file))
  if (existsSync(to))
    for (const file of filesIn(to)) if (!files.includes(file)) rmSync(join(to, file))
}

const content = (file: string): Buffer | undefined =>
  existsSync(file) ? readFileSync(file) : undefined

/** In an order in which the manifest, which names the others, comes last. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .toSorted()
    .toReversed()
