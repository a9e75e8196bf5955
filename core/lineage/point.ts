import type { FigureId } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import type { Observation } from '#core/indicator/observation.ts'
import { linkedFigure } from './total.ts'

/** Why there is no linked figure although some of its parts are there. */
const linkedGaps = {
  undivided: {
    zh: '拆分前的数字不作拆分',
    en: 'Figures from before a split are never divided',
  },
  other_scope: {
    zh: '前身机关的报告口径不同（本机关或整个地区），不相加',
    en: 'A predecessor reports on another scope (own bureau or whole area)',
  },
  not_held: {
    zh: '有前身机关该年的报告未收录',
    en: 'The report of a predecessor is not in this collection',
  },
  not_addable: {
    zh: '该项不能相加',
    en: 'This figure may not be added up',
  },
  not_number: {
    zh: '有前身机关的该项不是数字',
    en: 'A predecessor states no number',
  },
} as const satisfies Record<string, Label>

type State = Observation['state']
type LinkedGap = keyof typeof linkedGaps

/** Why the parts are not added up; null where they are, or where there is only one. */
export const reasonOf = (state: State | LinkedGap): Label | null =>
  isLinkedGap(state) ? linkedGaps[state] : null

const isLinkedGap = (state: string): state is LinkedGap => Object.hasOwn(linkedGaps, state)

/** One bureau's share; `observation` is null where its report is not held. */
export interface Share {
  readonly bureau: string
  /** Whether it reports on the same scope, its own work or a whole area, as the bureau it is a share of. */
  readonly sameScope: boolean
  readonly observation: Observation | null
}

export interface LinkedObservation {
  readonly value: number | null
  /** That of the only part, or `absent` where the figure is in no report; of others `number`, or why they are not added up. */
  readonly state: State | LinkedGap
}

/** The figure of a bureau, made of its own report or of those of the bureaus that it came from. */
export function linkedObservation(id: FigureId, shares: readonly Share[]): LinkedObservation {
  const held = shares.flatMap(({ bureau, observation }) =>
    observation ? [{ bureau, ...observation }] : [],
  )
  if (shares.some(({ sameScope }) => !sameScope)) return gap('other_scope')
  if (held.length < shares.length) return gap('not_held')
  const [only] = held
  if (only && held.length === 1) return { value: only.value, state: only.state }
  if (held.length > 0 && held.every(({ state }) => state === 'absent'))
    return { value: null, state: 'absent' }
  const { value, reason } = linkedFigure(id, held)
  if (reason !== null) return gap('not_addable')
  return value === null ? gap('not_number') : { value, state: 'number' }
}

const gap = (state: LinkedGap): LinkedObservation => ({ value: null, state })
