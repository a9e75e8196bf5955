import { backfill } from './db/backfill.ts'
import { connect } from './db/client.ts'
import { cutRelease } from './db/releases.ts'

/** Some 30 queries each; an event may make 1,000. */
const rounds = 20

/** Some of what an upgrade left to be done. */
export async function maintain(d1: D1Database): Promise<void> {
  const db = connect(d1)
  // oxlint-disable-next-line no-await-in-loop -- as many queries as one event may make
  for (let n = 0; n < rounds && (await backfill(db, 50)) > 0; n++);
}

/** A release, where something changed and nothing is left of an upgrade. */
export async function release(d1: D1Database, now: Date): Promise<void> {
  await cutRelease(connect(d1), now)
}
