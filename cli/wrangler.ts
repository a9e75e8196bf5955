import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { root } from './place.ts'
import { CommandError, type Outcome, run } from './run.ts'

const script = createRequire(import.meta.url).resolve('wrangler')

/** CI=1: never a question, never a browser window. */
const env = {
  ...process.env,
  CI: '1',
  NO_COLOR: '1',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
}

/** Runs one wrangler command. A failure is a value. */
export const wrangler = (...args: string[]): Promise<Outcome> => run(script, args, env)

/** The same, where failing means that nothing can go on: throws CommandError. */
export async function mustWrangler(...args: string[]): Promise<string> {
  const { ok, stdout, log } = await wrangler(...args)
  if (!ok) throw new CommandError(`wrangler ${args.slice(0, 3).join(' ')}`, log)
  return stdout
}

/**
 * Starts a wrangler that stays. It leads a process group of its own, so that workerd can be stopped with it, and
 * stops by itself when the caller dies (see leash.ts).
 */
export const spawnWrangler = (...args: string[]): ChildProcess =>
  spawn(
    process.execPath,
    ['--no-warnings', '--import', new URL('leash.ts', import.meta.url).href, script, ...args],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
  )
