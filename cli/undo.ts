import { parseArgs } from 'node:util'
import { type Client, Refused, Unavailable } from './client.ts'
import { Failed, WrongUsage } from './failed.ts'
import type { Output } from './output.ts'
import { patient } from './patient.ts'
import { target, targetOptions } from './target.ts'

export const usage = 'undo [--server URL] BATCH --reason TEXT'

/**
 * Takes back what one import brought in: what was public before is public again. Interrupted, it goes on where it
 * stopped. Exit code: 0 all undone, 1 not all, 2 wrong usage. Throws Failed, WrongUsage.
 */
export async function undo(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...targetOptions, reason: { type: 'string' } },
  })
  const [batch, ...rest] = positionals
  if (batch === undefined || !/^\d{1,12}$/.test(batch) || rest.length > 0) return 2
  const reason = values.reason?.trim() ?? ''
  if (reason.length < 10 || reason.length > 500)
    throw new WrongUsage(
      '--reason: 撤销的理由会公开，应有 10–500 字（the reason is public: 10 to 500 characters）',
    )
  try {
    const count = await undoAll(patient(target(values.server)), { batch, reason }, output)
    output.out(`第 ${batch} 批已撤销：${count} 份（batch ${batch} is undone: ${count} reports）`)
    return 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    output.err(`${batch}: ${error.message}`)
    return 1
  }
}

function sayGoOn(error: unknown): never {
  throw error instanceof Unavailable ? new Failed(`${error.message}\n${goOn}`) : error
}

const goOn =
  '再次运行同一命令，从停下处继续撤销（run the same command again: it goes on where it stopped）'

interface Task {
  readonly batch: string
  readonly reason: string
}

/** A request undoes some; answers how many there were. */
async function undoAll(client: Client, { batch, reason }: Task, output: Output): Promise<number> {
  for (let count = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- until nothing is left
    const { undone, done } = await client
      .ask(({ admin }) =>
        admin.batches[':id'].undo.$post({ param: { id: batch }, json: { reason } }),
      )
      .catch(sayGoOn)
    count += undone
    if (done) return count
    output.err(`已撤销 ${count} 份 …（${count} undone so far）`)
  }
}
