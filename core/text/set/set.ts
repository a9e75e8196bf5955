import type { SetTableId } from './columns.ts'

/** A file of a set. */
export interface SetFile {
  readonly path: string
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
  /** What its rows are; undefined for a file that is no table. */
  readonly table?: SetTableId
}

/** A file of a set that is a table. */
export type SetTableFile = SetFile & { readonly table: SetTableId }

export const isTable = (file: SetFile): file is SetTableFile => file.table !== undefined

/** What the files of a set say of it. */
export interface SetAbout {
  /** Name of the release. */
  readonly release: string
  /** When it was cut, UTC. */
  readonly at: string
  readonly licence: string
  readonly source: string
  /** How many bureaus and reports are in it. */
  readonly bureaus: number
  readonly reports: number
  /** Of those, reports of places that do not exist. */
  readonly madeUp: number
}

export const setTitle = ({ release }: SetAbout) => ({
  zh: `年图：政府信息公开工作年度报告数据，${release} 版`,
  en: `Niantu: figures of China’s annual reports on government information disclosure, release ${release}`,
})
