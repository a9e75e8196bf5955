import type { Label } from '#core/catalog/table.ts'

/**
 * What can happen to a bureau, with how many bureaus stand before and after it. `key` is the permanent small number that
 * storage has for each.
 */
export const lineageKinds = {
  renamed: { key: 1, zh: '更名', en: 'Renamed' },
  merged: { key: 2, zh: '合并', en: 'Merged' },
  split: { key: 3, zh: '拆分', en: 'Split' },
  abolished: { key: 4, zh: '撤销', en: 'Abolished' },
  created: { key: 5, zh: '新设', en: 'Created' },
  transferred: { key: 6, zh: '职能划转', en: 'Duties transferred' },
  moved_division: { key: 7, zh: '划归其他行政区划', en: 'Moved to another division' },
} as const satisfies Record<string, Label & { readonly key: number }>

export type LineageKind = keyof typeof lineageKinds

/**
 * One thing that happened, on one day, by one document. `from`, `to`: ids of the bureaus before and after it.
 *
 * - renamed, moved_division: one to one; the same id, unless the roster had given the bureau a new one;
 * - merged: two or more to one, which stands on both sides where it goes on existing;
 * - split: one to two or more, and likewise;
 * - abolished: one to none; created: none to one;
 * - transferred: one to another; both go on, and their figures stay where they are.
 */
export interface LineageEvent {
  readonly kind: LineageKind
  /** ISO date. */
  readonly on: string
  /** Number or title of the document that ordered it. */
  readonly document: string
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** The year of an event: its report is made in the next January, by whoever exists then. */
export const yearOf = ({ on }: LineageEvent): number => Number(on.slice(0, 4))

/** The bureaus that are no more after the event. */
export const ended = ({ kind, from, to }: LineageEvent): readonly string[] =>
  kind === 'transferred' ? [] : from.filter((id) => !to.includes(id))

/** The bureaus that were not there before it. */
export const begun = ({ kind, from, to }: LineageEvent): readonly string[] =>
  kind === 'transferred' ? [] : to.filter((id) => !from.includes(id))

/** The same thing on the same day to the same bureaus, by whatever document. */
export const isSame = (a: LineageEvent, b: LineageEvent): boolean =>
  a.kind === b.kind && a.on === b.on && areSame(a.from, b.from) && areSame(a.to, b.to)

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))
