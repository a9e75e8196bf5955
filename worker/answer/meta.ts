import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { versionOf } from '../version.ts'

const defaultLicence =
  '数字取自各行政机关依法公开的政府信息公开工作年度报告，可自由使用，请注明“年图”与原报告 (figures from public annual reports; free to use, name Niantu and the report)'

/** Which reports an answer is made of, in numbers. What no roster tells is null, never 0. */
export interface CoverageCounts {
  readonly expected: number | null
  readonly received: number
  readonly missing_count: number | null
}

/** What every answer says of itself. */
export interface Meta {
  readonly licence: string
  readonly source: string
  /** The newest publish that is in it. */
  readonly data_version: number
  /** The release that it is a view of; null: what is public now. */
  readonly release: string | null
  /** When the newest publish was, UTC; null while nothing is published. */
  readonly updated: string | null
  /** Null where the answer is not made of reports. */
  readonly coverage: CoverageCounts | null
  /** Observations of this answer without a number. */
  readonly n_missing: number
}

export interface Told {
  readonly coverage?: CoverageCounts | null
  readonly missing?: number
}

/** What an answer says of itself; `told` is what only its route knows. */
export async function meta(
  c: Context<Env>,
  { coverage = null, missing = 0 }: Told = {},
): Promise<Meta> {
  const { data, at } = await versionOf(c)
  const { dataVersion, name, at: cutAt } = c.var.frozen ?? { dataVersion: data, name: null, at }
  return {
    licence: c.env.DATA_LICENCE || defaultLicence,
    source: '政府信息公开工作年度报告（annual reports on government information disclosure）',
    data_version: dataVersion,
    release: name,
    updated: cutAt,
    coverage,
    n_missing: missing,
  }
}
