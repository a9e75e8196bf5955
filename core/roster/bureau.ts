import type { Label } from '#core/catalog/table.ts'

/** A bureau of a roster. Aliases are names in common use that find it. */
export interface NewBureau {
  /** Division code + "-" + four digits; permanent, never made from the name. */
  readonly id: string
  /** GB/T 2260 code, or a zone's: its parent's code + Z + two digits. */
  readonly division: string
  /** Given only for divisions that GB/T 2260 does not list. */
  readonly divisionName?: string | null | undefined
  readonly divisionNameEn?: string | null | undefined
  readonly name: string
  readonly nameEn?: string | null | undefined
  readonly aliases: readonly string[]
  /** ISO date from which the name has been in use. */
  readonly validFrom?: string | null | undefined
  readonly level: Level
  readonly sector: string
  readonly scope: Scope
  readonly kind: string
}

export const levels = ['state', 'province', 'prefecture', 'county', 'township'] as const
export type Level = (typeof levels)[number]

/** The levels with their names; `key` is the permanent small number that storage has for each. */
export const levelEntries = {
  state: { key: 1, zh: '国务院部门', en: 'State' },
  province: { key: 2, zh: '省级', en: 'Province' },
  prefecture: { key: 3, zh: '地市级', en: 'Prefecture' },
  county: { key: 4, zh: '县级', en: 'County' },
  township: { key: 5, zh: '乡镇街道', en: 'Township' },
} as const satisfies Record<Level, Label & { readonly key: number }>

/** `own`: the bureau reports on itself; `area`: an area government's report counts all its bureaus. */
export const scopes = ['own', 'area'] as const
export type Scope = (typeof scopes)[number]

/** A bureau's id: `410307-0001`, `130100Z01-0001`. */
export const bureauId = /^\d{6}(?:Z\d{2})?-\d{4}$/
export const divisionCode = /^\d{6}(?:Z\d{2})?$/
