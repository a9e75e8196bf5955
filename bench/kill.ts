import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { random } from '../samples/random.ts'
import { type Kill, type Killed, killRounds } from './kill/rounds.ts'

const usage = 'kill [--times 50] [--seed 1] [--reports 200]'

/** Kills the server at random moments of a publish; exit code 1 where anything is not as it should be afterwards. */
export async function kill(args: readonly string[]): Promise<string[]> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      times: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      reports: { type: 'string', default: '200' },
    },
  })
  const [times, reports] = [Number(values.times), Number(values.reports)]
  if (!Number.isInteger(times) || times < 1 || !Number.isInteger(reports) || reports < 1)
    return [usage]
  const folder = mkdtempSync(join(tmpdir(), 'niantu-'))
  try {
    const next = random(`kill ${values.seed}`)
    const killed = await killRounds({ folder, reports, times, next, tell: console.error })
    if (killed.problems.length > 0) process.exitCode = 1
    return table(killed, reports)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const outcomes = ['nothing', 'drafts', 'everything'] as const
const requests = ['batch', 'single', 'withdrawal', null] as const

/** The result as Markdown, the way docs/performance.md has it. */
const table = ({ kills, rounds, undisturbedMs, problems }: Killed, reports: number): string[] => [
  `${kills.length} kills while ${reports} reports were published ${rounds} times; undisturbed, that takes ${(undisturbedMs / 1000).toFixed(1)} s.`,
  '',
  '| request that was open | kills | left nothing | left drafts | wrote everything, but did not answer |',
  '|---|---|---|---|---|',
  ...requests.map((open) =>
    line(
      open,
      kills.filter((one) => one.open === open),
    ),
  ),
  '',
  `Reports that were public when it happened: ${range(kills.map(({ reports: n }) => n))}. Problems: ${problems.length}.`,
  ...problems.map((problem) => `- ${problem}`),
]

const line = (open: string | null, kills: readonly Kill[]): string =>
  `| ${[open ?? 'none', kills.length, ...outcomes.map((left) => kills.filter((one) => one.left === left).length)].join(' | ')} |`

const range = (numbers: readonly number[]): string =>
  `${Math.min(...numbers)} to ${Math.max(...numbers)}`
