import { spawn } from 'node:child_process'
import { Failed } from './failed.ts'
import { root } from './place.ts'

export interface Outcome {
  readonly ok: boolean
  readonly stdout: string
  /** Both streams, in the order of arrival: what to show when it failed. */
  readonly log: string
}

/** Runs a Node script in the project's folder to its end, quietly. A failure is a value. */
export async function run(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Outcome> {
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let log = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    log += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { ok: code === 0, stdout, log: log.trim() }
}

/** A command that failed where nothing can go on; the message ends with what it wrote. */
export class CommandError extends Failed {
  constructor(command: string, log: string) {
    super(`${command} 没有成功 failed:\n${log}`)
  }
}
