import { plain } from './names.ts'

/** Letters at the beginning of a Latin word. */
const longestStart = 6

/** What of a search text is in the index, each once and in order: parts of names, beginnings of Latin words, tags. */
export function gramsOf(searchText: string): string[] {
  const grams = [...searchText.matchAll(/\s\S+/g)].flatMap(([piece]) => {
    if (piece.startsWith('\t')) return [piece]
    return piece.startsWith(' ') ? starts(piece.slice(1)) : parts(piece.slice(1))
  })
  return [...new Set(grams)].toSorted()
}

const starts = (word: string): string[] =>
  Array.from(word.slice(0, longestStart), (_, i) => word.slice(0, i + 1))

/**
 * Every character, every two, and three where the one in the middle ends the name of a place: 山县 and 县农 are
 * everywhere, 山县农 is not.
 */
function parts(name: string): string[] {
  const characters = Array.from(name)
  return characters.flatMap((character, i) => {
    const two = character + (characters[i + 1] ?? '')
    const three = (characters[i - 1] ?? '') + two
    return [character, two, ...(/^.[省市区县州旗盟乡镇].$/u.test(three) ? [three] : [])]
  })
}

/** A word of a query. */
export interface Word {
  /** What the index has of every bureau that is to be found, and of a few others. */
  readonly grams: readonly string[]
  /** What must be in the search text; the text of a name where it does not begin with a space. */
  readonly within: string
}

/** The words of a query, all of which must be found: Latin ones at the beginning of a word, others anywhere in a name. */
export const wordsOf = (query: string): Word[] =>
  plain(query)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((text) => (text === '' ? [] : wordOf(text)))

function wordOf(text: string): Word {
  if (/^[a-z][a-z0-9]*$/.test(text)) {
    return { grams: [text.slice(0, longestStart)], within: ` ${text}` }
  }
  const grams = parts(text)
  if (grams.includes(text)) return { grams: [text], within: text }
  return { grams: [...new Set(grams)].filter((gram) => !isOne(gram)), within: text }
}

const isOne = (gram: string): boolean => Array.from(gram).length === 1
