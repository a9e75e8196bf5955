import { crossings } from '#core/catalog/crosswalk.ts'
import { figures, isFigureId } from '#core/catalog/index.ts'
import { isIndicatorId } from '#core/indicator/indicators.ts'
import { figureName } from './figure-name.ts'
import { glossary } from './glossary.ts'
import { relationWords } from './glossary/words.ts'
import { type Lang, inLang } from './lang.ts'

/** What a page says of a figure or a rate beside its numbers, in one language. */
export interface FigureNote {
  readonly means: string
  /** Empty where no article speaks of it. */
  readonly basis: string
  /** The article is printed in the form itself. */
  readonly inForm: boolean
  /** How it stands to the other edition of the form. */
  readonly crossings: readonly {
    /** Names of figures. */
    readonly from: readonly string[]
    readonly to: readonly string[]
    readonly relation: string
    readonly note: string
  }[]
}

export type FigureNotes = Readonly<Record<string, FigureNote>>

/** Those of all figures and rates, by id: a static file, for the words would burden the Worker. */
export function figureNotes(lang: Lang): FigureNotes {
  const notes = glossary().terms.flatMap(({ id, definition, legal_basis: basis }) => {
    if (!isFigureId(id) && !isIndicatorId(id)) return []
    const own = isFigureId(id) ? crossings(id) : []
    const name = (one: (typeof figures)[number]['id']) => figureName(lang, one)
    const note: FigureNote = {
      means: inLang(lang, definition),
      basis: basis ? inLang(lang, basis) : '',
      inForm: basis?.known === 'form',
      crossings: own.map(({ from2019, to2021, relation, note: remark }) => ({
        from: from2019.map(name),
        to: to2021.map(name),
        relation: inLang(lang, relationWords[relation]),
        note: inLang(lang, remark),
      })),
    }
    return [[id, note] as const]
  })
  return Object.fromEntries(notes)
}
