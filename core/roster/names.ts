import { initials } from './pinyin.ts'
import { shortNames } from './short-names.ts'
import { tagsOf } from './tags.ts'

/** What a bureau is found by. */
export interface Findable {
  /** The official name in use. */
  readonly name: string
  /** Former official names and aliases. */
  readonly otherNames: readonly string[]
  readonly nameEn: string | null
  readonly sector: string
  readonly division: string
  /** The names of the division and of those that hold it, the largest first. */
  readonly divisionNames: readonly string[]
}

/**
 * The text that a bureau is searched by. Its pieces begin with white space, and none has any inside: names after a line
 * feed, found by any part; Latin words (pinyin initials, English) after a space, found by their beginning; tags, which
 * filters look for, after a tab.
 */
export function searchText(bureau: Findable): string {
  const names = [bureau.name, ...bureau.otherNames].map(squeeze)
  const [tail, ...tails] = names.map((name) => tailOf(name, bureau.divisionNames))
  const current = tail === undefined ? [] : [tail, ...shortNames(tail)]
  const own = bureau.divisionNames.at(-1) ?? ''
  const local = [own, stemOf(own)].flatMap((place) => current.map((name) => place + name))
  const whole = current.map((name) => bureau.divisionNames.join('') + name)
  const latin = [...names.slice(0, 1), ...current, ...local].map(initials)
  const english = (bureau.nameEn ?? '').toLowerCase().split(/[^a-z0-9]+/)
  return (
    pieces('\n', partless([...names, ...tails.flatMap(shortNames), ...local, ...whole])) +
    pieces(' ', [...latin, ...english]) +
    tagsOf(bureau).join('')
  )
}

const pieces = (mark: string, texts: readonly string[]): string =>
  [...new Set(texts)].map((text) => (text === '' ? '' : mark + text)).join('')

/** Only names that are no part of another one: a part is found with the whole. */
const partless = (names: readonly string[]): string[] =>
  names.filter((name, _, all) => !all.some((other) => other !== name && other.includes(name)))

/** Text as it is compared: full-width forms and capitals made plain. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const squeeze = (name: string): string => plain(name).replaceAll(/\s+/g, '')

/** A name without the divisions that it begins with: 洛阳市偃师区教育局 is 教育局. */
function tailOf(name: string, divisionNames: readonly string[]): string {
  const tail = divisionNames.reduce(
    (rest, place) => (rest.startsWith(place) ? rest.slice(place.length) : rest),
    name,
  )
  return tail === '' ? name : tail
}

/** 偃师区 is 偃师, 张家川回族自治县 is 张家川, 新疆维吾尔自治区 is 新疆. A name of two characters stays: 单县. */
const stemOf = (division: string): string => division.replace(divisionEnd, '')

const peoples =
  '各|回|满|蒙古|藏|维吾尔|苗|彝|壮|布依|朝鲜|侗|瑶|白|土家?|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|' +
  '达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|普米|怒|鄂温克|保安|裕固|独龙'

const divisionEnd = new RegExp(
  `(?<=..)(?:(?:(?:${peoples})族?)*自治[区州县旗]|特别行政区|地区|[省市县旗盟]|(?<!新)区)$`,
)
