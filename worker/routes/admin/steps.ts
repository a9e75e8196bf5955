import type * as v from 'valibot'
import { type FigureId, tableOf } from '#core/catalog/index.ts'
import type { Cells, Tables } from '#core/reading.ts'
import { sha256 } from '../../auth/token.ts'
import type { Concern } from '../../db/assess.ts'
import type { BureauEntry } from '../../db/bureaus.ts'
import type { Db } from '../../db/client.ts'
import { isOpen } from '../../db/plan.ts'
import { type Outcome, publishRevisions, withdrawRevision } from '../../db/publishing.ts'
import type { NewRevision, StoredRevision } from '../../db/revisions.ts'
import { Problem } from '../../errors.ts'
import type { PublishBody, RevisionBody } from './body.ts'
import { resolveBureau } from './resolve.ts'

interface Context {
  readonly batch: number | null
  /** Bureaus that are known already, by their ids. */
  readonly known: ReadonlyMap<string, BureauEntry>
}

/** A report as it is to be stored. Throws Problem where it cannot be what it says; then nothing is stored. */
export async function draftOf(
  db: Db,
  body: v.InferOutput<typeof RevisionBody>,
  { batch, known }: Context = { batch: null, known: new Map() },
): Promise<NewRevision> {
  refuseStrayCells(body.cells, body.tables)
  const { excerpt, tables, cells, source } = body
  const content = {
    fileHash: body.file.sha256,
    source,
    publishedOn: body.published_on,
    excerpt,
    tables,
    cells,
  }
  const bureau =
    ('id' in body.bureau ? known.get(body.bureau.id) : undefined) ??
    (await resolveBureau(db, body.bureau, body.create, body.year))
  return {
    ...content,
    bureau: bureau.key,
    year: body.year,
    fileName: body.file.name,
    // Under which file name a document came, and where in it things stand, is no part of what it says.
    digest: await sha256(JSON.stringify(content)),
    places: body.places,
    batch,
  }
}

type Done = Extract<Outcome, { readonly version: number }>

/** Publishes a draft. Throws Problem where there is none, where errors are open, or where somebody was faster. */
export async function publishDraft(
  db: Db,
  revision: number,
  { by, ...decision }: v.InferOutput<typeof PublishBody> & { readonly by: number },
): Promise<Done> {
  const [outcome] = await publishRevisions(db, [{ revision, ...decision }], by)
  return done(outcome ?? { refused: 'missing' })
}

/** Takes a report away from the public. Throws Problem where it is not public. */
export const withdraw = async (
  db: Db,
  revision: number,
  decision: { readonly reason: string; readonly by: number },
): Promise<Done> => done(await withdrawRevision(db, revision, decision))

function done(outcome: Outcome): Done {
  if ('refused' in outcome) throw problemOf(outcome)
  return outcome
}

/** Why a revision was not published or withdrawn. */
export function problemOf(outcome: Exclude<Outcome, { readonly version: number }>): Problem {
  if (outcome.refused === 'open_errors') return openErrors(outcome.open)
  if (outcome.refused === 'missing') return new Problem(404, '没有这份修订（no such revision）')
  if (outcome.refused === 'conflict')
    return new Problem(
      409,
      '这份修订不在应有的状态，或已有更新的修订发布，未写入任何内容（the revision is not in the state for this, or a newer one is public; nothing was written）',
    )
  if (outcome.refused === 'withdrawn')
    return new Problem(
      422,
      '这份报告已撤回，重新公开需要公开的理由（reason，10–500 字），未发布（the report was withdrawn: making it public again needs a public reason; not published）',
      [{ code: 'withdrawn', path: 'reason', message: '10–500' }],
    )
  return new Problem(
    422,
    '改动已公布的数字需要公开的理由（reason，10–500 字），未发布（changing published figures needs a public reason; not published）',
    [{ code: 'reason_needed', path: 'reason', message: '10–500' }],
  )
}

const openErrors = (open: readonly Concern[]): Problem =>
  new Problem(
    422,
    '有未说明理由的勾稽错误，未发布（sums do not hold and no reason is given; not published）',
    open.filter(isOpen).map(({ rule, left, right, leftSum, rightSum }) => ({
      code: rule,
      path: right[0] ?? left[0] ?? '',
      message: `${leftSum} ≠ ${rightSum}`,
    })),
  )

/** Cells of a table that the reading does not claim to contain would be stored and never shown. */
function refuseStrayCells(cells: Cells, tables: Tables): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys passed CellsSchema
  const stray = (Object.keys(cells) as FigureId[]).filter((id) => tables[tableOf(id)] === undefined)
  const empty = Object.keys(cells).length === 0
  if (!empty && stray.length === 0) return
  throw new Problem(
    422,
    empty
      ? '没有任何指标，未写入（there are no figures; nothing was written）'
      : '有的单元格属于未声明的表，未写入任何内容（cells of a table that the reading does not contain; nothing was written）',
    stray.map((id) => ({ code: 'stray_cell', path: `cells.${id}`, message: tableOf(id) })),
  )
}

/** A stored revision in the API's spelling, without its cells. */
export const headJson = ({
  id,
  bureau,
  year,
  number,
  state,
}: Pick<StoredRevision, 'id' | 'bureau' | 'year' | 'number' | 'state'>) => ({
  id,
  bureau,
  year,
  number,
  state,
})
