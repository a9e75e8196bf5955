import { parseArgs } from 'node:util'
import type { Output } from './output.ts'
import { target, targetOptions } from './target.ts'

export const usage = 'release [--server URL]'

/**
 * Cuts a release of what is public now. Where nothing changed, the newest one stays. Exit code: 0 done, 2 wrong usage.
 * Throws Failed, WrongUsage.
 */
export async function release(args: string[], output: Output): Promise<0 | 2> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: targetOptions,
  })
  if (positionals.length > 0) return 2
  const answer = await target(values.server).post('/releases', {})
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer of POST /releases
  const { release: newest, cut } = answer as { release: { name: string } | null; cut: boolean }
  if (newest === null) output.out('尚无公开的数据，没有发布（nothing is public yet; no release）')
  else if (cut) output.out(`已发布 released: ${newest.name}`)
  else output.out(`自 ${newest.name} 以来没有变化（nothing changed since ${newest.name}）`)
  return 0
}
