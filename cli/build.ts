import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CommandError, run } from './run.ts'

const vite = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
)

/** Builds the front end into dist/. Throws CommandError. */
export async function buildWeb(): Promise<void> {
  const { ok, log } = await run(vite, ['build', '--config', 'web/vite.config.ts'])
  if (!ok) throw new CommandError('vite build', log)
}
