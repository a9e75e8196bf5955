import type * as v from 'valibot'
import { type FigureId, tableOf } from '#core/catalog/index.ts'
import { type Finding, findings, hasErrors } from '#core/check/finding.ts'
import type { Cells, Tables } from '#core/reading.ts'
import { sha256 } from '../../auth/token.ts'
import type { Db } from '../../db/client.ts'
import { type Published, publishRevision } from '../../db/publishing.ts'
import {
  type RevisionHead,
  type StoredRevision,
  insertRevision,
  selectRevision,
} from '../../db/revisions.ts'
import { Problem } from '../../errors.ts'
import type { PublishBody, RevisionBody } from './body.ts'
import { resolveBureau } from './resolve.ts'

export interface Draft {
  readonly revision: RevisionHead & { readonly unchanged: boolean }
  readonly findings: readonly Finding[]
}

/** Stores a report as a draft. Throws Problem where it cannot be what it says; then nothing is stored. */
export async function storeDraft(
  db: Db,
  body: v.InferOutput<typeof RevisionBody>,
  { by, batch = null }: { readonly by: number; readonly batch?: number | null },
): Promise<Draft> {
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
  const bureau = await resolveBureau(db, body.bureau, body.create)
  const draft = {
    ...content,
    bureau: bureau.key,
    year: body.year,
    fileName: body.file.name,
    // Under which file name a document came is no part of what it says.
    digest: await sha256(JSON.stringify(content)),
    batch,
  }
  return { revision: await insertRevision(db, draft, by), findings: findings(cells, tables) }
}

/** Publishes a draft. Throws Problem where there is none, where errors are open, or where somebody was faster. */
export async function publishDraft(
  db: Db,
  id: number,
  decision: v.InferOutput<typeof PublishBody> & { readonly by: number },
): Promise<{ readonly version: number; readonly draft: StoredRevision }> {
  const draft = await selectRevision(db, id)
  if (!draft) throw new Problem(404, `没有第 ${id} 号修订（no such revision）`)
  const open = findings(draft.cells, draft.tables)
  const broken = hasErrors(open)
  if (broken && decision.accepted === null) throw openErrors(open)
  // Where every sum holds there is nothing to accept.
  const accepted = broken ? decision.accepted : null
  return { version: versionOf(await publishRevision(db, draft, { ...decision, accepted })), draft }
}

/** The data version of a change that was made; a problem where it was not. */
export function versionOf(published: Published): number {
  if ('version' in published) return published.version
  if (published.refused === 'reason_needed')
    throw new Problem(
      422,
      '改动已公布的数字需要公开的理由（reason，10–500 字），未发布（changing published figures needs a public reason; not published）',
      [{ code: 'reason_needed', path: 'reason', message: '10–500' }],
    )
  throw new Problem(
    409,
    '这份修订不在应有的状态，或已有更新的修订发布，未写入任何内容（the revision is not in the state for this, or a newer one is public; nothing was written）',
  )
}

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

function openErrors(open: ReturnType<typeof findings>): Problem {
  return new Problem(
    422,
    '有未说明理由的勾稽错误，未发布（sums do not hold and no reason is given; not published）',
    open
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, left, right, leftSum, rightSum }) => ({
        code: rule,
        path: right[0] ?? left[0] ?? '',
        message: `${leftSum} ≠ ${rightSum}`,
      })),
  )
}
