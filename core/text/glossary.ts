import type { Relation } from '#core/catalog/crosswalk.ts'
import { type DisclosureFigureId, disclosureFigures } from '#core/catalog/disclosure.ts'
import {
  type Figure,
  type FigureId,
  applicantIds,
  figures,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
  tables,
} from '#core/catalog/index.ts'
import { type LegalBasis, legalBasis } from '#core/catalog/legal.ts'
import type { Label } from '#core/catalog/table.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import { type Indicator, indicators } from '#core/indicator/indicators.ts'
import { groupSums } from '#core/indicator/quantity.ts'
import { lineageKinds } from '#core/lineage/event.ts'
import { levelEntries } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { figureName } from './figure-name.ts'
import { type Concept, concepts } from './glossary/concepts.ts'
import { disclosureMeanings } from './glossary/disclosure.ts'
import {
  applicantMeanings,
  resultMeanings,
  reviewMeanings,
  rowMeanings,
} from './glossary/requests.ts'
import {
  editionWords,
  levelMeanings,
  lineageMeanings,
  relationWords,
  scopeWords,
  stateWords,
  tableMeanings,
} from './glossary/words.ts'

/** A word with what it means. */
export interface Term extends Label {
  /** A figure's or a rate's own id; those of other words begin with what they are: `state.blank`. */
  readonly id: string
  readonly definition: Label
  /** Null where no article speaks of it. */
  readonly legal_basis: LegalBasis | null
}

export interface Glossary {
  readonly terms: readonly Term[]
}

/** Every word of the form and of this product, each id once. */
export const glossary = (): Glossary => ({
  terms: [
    ...figures.map(figureTerm),
    ...Object.entries(groupSums).map(([id, sum]) => term(id, sum, sumMeaning(sum))),
    ...Object.entries<Indicator>(indicators).map(([id, own]) => term(id, own, rateMeaning(own))),
    ...worded('', concepts),
    ...worded('state.', stateWords),
    ...worded('edition.', editionWords),
    ...labelled('table.', tables, tableMeanings),
    ...worded('scope.', scopeWords),
    ...labelled('level.', levelEntries, levelMeanings),
    ...sectors.map((sector) => term(`sector.${sector.id}`, sector, sectorMeaning(sector))),
    ...labelled('lineage.', lineageKinds, lineageMeanings),
    ...worded('relation.', relationWords satisfies Readonly<Record<Relation, Concept>>),
    ...Object.entries(ruleBook).map(([id, rule]) => term(`rule.${id}`, { zh: id, en: id }, rule)),
  ],
})

const term = (id: string, { zh, en }: Label, means: Label, basis?: LegalBasis): Term => ({
  id,
  zh,
  en,
  definition: { zh: means.zh, en: means.en },
  legal_basis: basis ? cited(basis) : null,
})

/** The act named where there is an article: a clause alone says nothing to who meets it elsewhere. */
const cited = ({ zh, en, known }: LegalBasis): LegalBasis =>
  known === 'practice'
    ? { zh, en, known }
    : {
        zh: `《政府信息公开条例》${zh}`,
        en: `Regulations on Government Information Disclosure: ${en}`,
        known,
      }

const worded = (prefix: string, words: Readonly<Record<string, Concept>>): Term[] =>
  Object.entries(words).map(([id, word]) => term(prefix + id, word, word.means, word.basis))

const labelled = <Id extends string>(
  prefix: string,
  labels: Readonly<Record<Id, Label>>,
  meanings: Readonly<Record<Id, Label>>,
): Term[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- literals without other keys
  (Object.keys(labels) as Id[]).map((id) => term(prefix + id, labels[id], meanings[id]))

const figureTerm = ({ id }: Figure): Term =>
  term(id, { zh: figureName('zh', id), en: figureName('en', id) }, meaning(id), legalBasis(id))

const isDisclosure = (id: string): id is DisclosureFigureId => id in disclosureFigures

function meaning(id: FigureId): Label {
  if (isDisclosure(id)) return disclosureMeanings[id]
  const row = requestRowIds.find((one) => id.startsWith(`${one}.`))
  const column = applicantIds.find((one) => id.endsWith(`.${one}`))
  if (row && column) {
    const [counted, whose] = [rowMeanings[row], applicantMeanings[column]]
    return { zh: counted.zh + whose.zh, en: `${counted.en} ${whose.en}` }
  }
  const group = reviewGroupIds.find((one) => id.startsWith(`${one}_`))
  const result = reviewResultIds.find((one) => id === `${group}_${one}`)
  if (!group || !result) throw new TypeError(`A figure of no table: ${id}`)
  const [cases, ended] = [reviewMeanings[group], resultMeanings[result]]
  return { zh: `${cases.zh}：${ended.zh}`, en: `${cases.en}, ${ended.en}` }
}

const sumMeaning = ({ zh, en }: Label): Label => ({
  zh: `“${zh}”各行总计列之和。表格没有这一行，由本站算出；有一行没有数字就不合计。`,
  en: `All rows of “${en}”, of all applicants. The form has no such row: it is worked out, and only where every row has a number.`,
})

const judged: Readonly<Record<Indicator['direction'], Label>> = {
  none: { zh: '高低不表示优劣。', en: 'High or low says nothing of how well it was done.' },
  more: { zh: '一般以较高为好。', en: 'As a rule more is better.' },
  less: { zh: '一般以较低为好。', en: 'As a rule less is better.' },
}

function rateMeaning({ formula, kind, minN, direction }: Indicator): Label {
  const shown: Label =
    kind === 'share'
      ? {
          zh: `附95%威尔逊区间；分母不足${minN}的标为“件数过少”，不参加排序。`,
          en: `With a 95 % Wilson interval; below a denominator of ${minN} it is “too few” and not ranked.`,
        }
      : {
          zh: '分子不是分母的一部分，可以大于1，没有区间，不参加排序。',
          en: 'The one is no part of the other: it may exceed 1, has no interval and is not ranked.',
        }
  const parts = [{ zh: `${formula.zh}。`, en: `${formula.en}.` }, shown, judged[direction]]
  return {
    zh: parts.map(({ zh }) => zh).join(''),
    en: parts.map(({ en }) => en).join(' '),
  }
}

const sectorMeaning = ({ zh, en }: Label): Label => ({
  zh: `“${zh}”系统的机关，按名录或名称归类。`,
  en: `Bureaus of the sector “${en}”, as a roster says or by their names.`,
})
