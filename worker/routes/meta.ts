import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { versionOf } from '../version.ts'

const defaultLicence =
  '数字取自各行政机关依法公开的政府信息公开工作年度报告，可自由使用，请注明“年图”与原报告 (figures from public annual reports; free to use, name Niantu and the report)'

/** What every answer says of itself. */
export interface Meta {
  readonly licence: string
  readonly source: string
  readonly data_version: number
  /** When the newest publish was, UTC. */
  readonly updated: string | null
}

export async function meta(c: Context<Env>): Promise<Meta> {
  const version = await versionOf(c)
  return {
    licence: licence(c.env),
    source: '政府信息公开工作年度报告（annual reports on government information disclosure）',
    data_version: version.data,
    updated: version.at,
  }
}

/** The licence text of this deployment. */
const licence = (env: Env['Bindings']): string => env.DATA_LICENCE || defaultLicence
