import { env } from 'cloudflare:test'
import { accountOf, concernsOf, selectSurroundings } from '#worker/db/assess.ts'
import { connect } from '#worker/db/client.ts'
import { divisionNumber } from '#worker/db/group.ts'
import { restate } from '#worker/db/restatements.ts'
import { selectRevisions } from '#worker/db/revisions.ts'

async function lines(query: string): Promise<string[]> {
  const { results } = await env.DB.prepare(query).all()
  return results.map((row) => JSON.stringify(Object.values(row))).toSorted()
}

/** Findings and restatements as the database has them. */
export const told = async () => ({
  findings: await lines(
    'SELECT year, division, bureau, fingerprint, rule, severity, left_sum, right_sum FROM finding',
  ),
  restatements: await lines('SELECT bureau, year, figure, stated, restated FROM restatement'),
})

/** The same, told anew of all that is public; restatements stay as they are told now. */
export async function retold() {
  const db = connect(env.DB)
  const published = await env.DB.prepare(
    'SELECT published AS id FROM report WHERE published IS NOT NULL',
  ).all<{ id: number }>()
  const revisions = await selectRevisions(
    db,
    published.results.map(({ id }) => id),
  )
  const accounts = [...revisions.values()].map(accountOf)
  const around = await selectSurroundings(db, accounts)
  const findings = accounts.flatMap((own) =>
    concernsOf(around, own)
      .filter(({ outcome }) => outcome === 'fail')
      .map(({ fingerprint, rule, severity, leftSum, rightSum }) => {
        const key = [own.year, divisionNumber(own.division), own.bureau]
        return JSON.stringify([...key, fingerprint, rule, severity, leftSum, rightSum])
      }),
  )
  await env.DB.prepare('DELETE FROM restatement').run()
  const [first, ...more] = restate(db, accounts)
  if (first) await db.batch([first, ...more])
  const { restatements } = await told()
  return { findings: [...new Set(findings)].toSorted(), restatements }
}
