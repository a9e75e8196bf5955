import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { NewBureau } from '#core/roster/bureau.ts'
import type { Random } from '../../samples/random.ts'
import { type Left, inspect, leftBy, problemsIn } from './check.ts'
import { emptyDatabase, placesOf } from '../scale/database.ts'
import { openBatch, postRoster } from '../scale/publish.ts'
import { countryRoster } from '../scale/roster.ts'
import { type Sender, send } from './send.ts'
import { type Step, story } from './story.ts'
import { differences, everyTable } from './tables.ts'
import { type Victim, serveVictim } from './victim.ts'

export interface Kill {
  /** Since this server was sent its first step. */
  readonly ms: number
  /** What was asked for just then; null: nothing. */
  readonly open: Step['kind'] | null
  /** Undefined where that is a problem. */
  readonly left: Left | undefined
  /** Reports that were public. */
  readonly reports: number
}

export interface Killed {
  readonly kills: readonly Kill[]
  /** How many times all was published. */
  readonly rounds: number
  /** How long it took where nobody disturbed. */
  readonly undisturbedMs: number
  readonly problems: readonly string[]
}

interface Wanted {
  /** The last database of all stays there, as `round`. */
  readonly folder: string
  readonly reports: number
  readonly times: number
  readonly next: Random
  readonly tell: (line: string) => void
}

/** So often a server is killed in one publish. */
const killsPerRound = 5

/**
 * Publishes reports again and again, from an empty collection to the end, and kills the server in between, at moments
 * of which each is as likely as any other. What is done must be as it should after every kill, and after each round as if
 * nobody had disturbed it.
 */
export async function killRounds({ folder, reports, times, next, tell }: Wanted): Promise<Killed> {
  const [empty, round] = [join(folder, 'empty'), join(folder, 'round')]
  const { steps, ms: undisturbedMs } = await publishUndisturbed({ empty, round }, reports)
  const problems = inspect(round, problemsIn)
  const expected = inspect(round, everyTable)
  const kills: Kill[] = []
  const killed = (answered: number, ms: number): void => {
    const seen = inspect(round, (db) => examine(db, steps, answered))
    kills.push({ ms, ...seen.kill })
    problems.push(...seen.problems.map((problem) => `kill ${kills.length}: ${problem}`))
    tell(`kill ${kills.length}: ${JSON.stringify(kills.at(-1))}, problems: ${problems.length}`)
  }
  let rounds = 0
  while (kills.length < times) {
    rounds += 1
    rmSync(round, { recursive: true })
    cpSync(empty, round, { recursive: true })
    const waits = waitsOf(Math.min(killsPerRound, times - kills.length), next, undisturbedMs)
    // oxlint-disable-next-line no-await-in-loop -- one server at a time
    await publishDisturbed(round, steps, { waits, killed })
    const other = inspect(round, (db) => [
      ...problemsIn(db),
      ...differences(everyTable(db), expected),
    ])
    problems.push(...other.map((problem) => `end of round ${rounds}: ${problem}`))
  }
  return { kills, rounds, undisturbedMs, problems }
}

/** From one random moment of a time to the next, in milliseconds. */
function waitsOf(moments: number, next: Random, ms: number): number[] {
  const sorted = Array.from({ length: moments }, () => next() * ms).toSorted((a, b) => a - b)
  return sorted.map((moment, i) => moment - (sorted[i - 1] ?? 0))
}

interface Folders {
  /** Becomes a collection with a roster and no reports. */
  readonly empty: string
  readonly round: string
}

/** What is to be done, and how long it takes where nobody disturbs. */
async function publishUndisturbed({ empty, round }: Folders, reports: number) {
  await emptyDatabase(round)
  const bureaus = bureausOf(countryRoster(inspect(round, placesOf)))
  const steps = story(bureaus, reports)
  const server = await serveVictim(round)
  try {
    await postRoster(server.url, bureaus)
    // Nobody writes: the copy is whole.
    cpSync(round, empty, { recursive: true })
    const { ms } = await sendAll(server, await newSender(server), { steps })
    return { steps, ms }
  } finally {
    await server.kill()
  }
}

const rosterSize = 200

/** From all over the country, of every level; every fourth from one county. */
function bureausOf(roster: readonly NewBureau[]): NewBureau[] {
  const county = roster.filter(({ division }) => division === '410307')
  const picked = Array.from({ length: rosterSize }, (_, i) =>
    i % 4 === 0 ? county[i / 4] : roster[i * 1234],
  )
  return [...new Set(picked)].flatMap((bureau) => bureau ?? [])
}

interface Disturbance {
  /** After how many milliseconds each server is killed; the next one may go on to the end. */
  readonly waits: readonly number[]
  /** It has been, with so many steps answered. */
  readonly killed: (answered: number, ms: number) => void
}

/** Does all steps, going on with a new server where one was killed. */
async function publishDisturbed(
  folder: string,
  steps: readonly Step[],
  { waits, killed }: Disturbance,
): Promise<void> {
  let answered = 0
  let sender: Sender | undefined
  for (const wait of [...waits, undefined]) {
    // oxlint-disable-next-line no-await-in-loop -- one server at a time
    const server = await serveVictim(folder)
    // oxlint-disable-next-line no-await-in-loop
    sender ??= await newSender(server)
    // oxlint-disable-next-line no-await-in-loop
    const sent = await sendAll(server, sender, { steps: steps.slice(answered), wait })
    answered += sent.answered
    if (!sent.isKilled) return
    killed(answered, sent.ms)
  }
}

const newSender = async ({ url }: Victim): Promise<Sender> => ({
  batch: await openBatch(url, 'kill'),
  revisions: new Map(),
})

interface Sending {
  readonly steps: readonly Step[]
  /** After how many milliseconds the server is killed. */
  readonly wait?: number | undefined
}

/** Sends steps until all are answered or the server is killed; in either case it is gone then. */
async function sendAll(server: Victim, sender: Sender, { steps, wait }: Sending) {
  const start = performance.now()
  const timer = wait === undefined ? undefined : setTimeout(() => void server.kill(), wait)
  let answered = 0
  try {
    for (const step of steps) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await send(server.url, sender, step)
      answered += 1
    }
  } catch (error) {
    if (!server.isKilled()) {
      await server.kill()
      throw error
    }
  } finally {
    clearTimeout(timer)
  }
  const [ms, isKilled] = [performance.now() - start, server.isKilled()]
  await server.kill()
  return { answered, ms, isKilled }
}

/** What a kill has left, and what is wrong with that. */
function examine(db: DatabaseSync, steps: readonly Step[], answered: number) {
  const left = leftBy(db, steps, answered)
  const { n } = db.prepare('SELECT count(published) AS n FROM report').get() ?? {}
  return {
    kill: { open: steps[answered]?.kind ?? null, left, reports: Number(n) },
    problems: [
      ...problemsIn(db),
      ...(left ? [] : [`step ${answered} is neither done nor not done, or what was done is gone`]),
    ],
  }
}
