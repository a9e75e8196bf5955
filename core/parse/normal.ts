/** Traditional characters of the labels and titles of this form, each with its simplified one; 製 is 制 in all of them. */
const traditional =
  '規规範范許许處处罰罚強强製制業业費费條条項项發发廢废現现數数決决報报無无複复復复議议訴诉訟讼經经動动開开關关機机構构組组織织務务資资專专產产總总計计結结轉转續续辦办釐厘繼继請请予予屬属於于國国家家質质護护權权內内類类過过執执舉举投投諮咨詢询掌掌沒没補补確确認认獲获書书個个維维糾纠審审單单號号額额萬万元元會会學学團团體体員员縣县區区鄉乡鎮镇廳厅衛卫綜综達达錢钱購购買买對对與与應应該该屆届網网絡络聯联係系統统標标準准據据時时長长為为從从來来種种歸归還还這这進进連连領领況况後后訪访當当穩稳繳缴納纳減减採采它他'

const simple = new Map<string, string>()
for (let i = 0; i + 1 < traditional.length; i += 2) {
  simple.set(traditional.charAt(i), traditional.charAt(i + 1))
}

const foldable = new RegExp(`[\uff01-\uff5e\u3000\u00a0${[...simple.keys()].join('')}]`, 'g')
const pinyin = /\([a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü][a-z]{0,3}\)/gi

/** Full-width forms to ASCII, traditional to simplified, pinyin in brackets dropped. Line breaks stay. */
export const fold = (text: string): string => text.replace(foldable, foldChar).replace(pinyin, '')

function foldChar(char: string): string {
  const code = char.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return code === 0x3000 || code === 0xa0 ? ' ' : (simple.get(char) ?? char)
}

const numbering = /^(?:\(?([一二三四五六七八九十]{1,2}|\d{1,2})(?:\)[、.]?|[、.,:])|[①-⑨])/

export interface Label {
  /** Printed numbering without its punctuation: `三`, `2`; empty where there is none. */
  readonly number: string
  /** Only characters that matter: no numbering, brackets, quotes, spaces. */
  readonly key: string
  /** The key without what stands in brackets: remarks and units. */
  readonly short: string
}

/** Longer texts are no labels. */
const maxLength = 300
const noLabel: Label = { number: '', key: '', short: '' }

/** Labels that were looked at before: every report has the same, and each is compared many times. */
const known = new Map<string, Label>()
const mostKnown = 2000

/** A label in the form in which labels are compared. */
export function label(text: string): Label {
  if (text.length > maxLength) return noLabel
  const before = known.get(text)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const read = compared(text)
  known.set(text, read)
  return read
}

function compared(text: string): Label {
  const dense = fold(text).replace(/\s+/g, '')
  const found = numbering.exec(dense)
  const rest = found ? dense.slice(found[0].length) : dense
  return {
    number: found?.[1] ?? '',
    key: bare(rest),
    short: bare(rest.replace(/[([【〔][^)\]】〕]*(?:[)\]】〕]|$)/g, '')),
  }
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** The printed text is this label; remarks in brackets may differ. */
export const isSame = ({ key, short }: Label, official: Label): boolean =>
  key === official.key || (short !== '' && (short === official.key || short === official.short))

/** The printed text may be this label, damaged by typing or recognition, or cut short. */
export const isNear = ({ key, short }: Label, official: Label): boolean =>
  isDamaged(key, official.key) || (short !== key && isDamaged(short, official.key))

function isDamaged(a: string, b: string): boolean {
  if (a.length < 5 || b.length < 5) return false
  if (a.length >= b.length * 0.6 && a.length < b.length && isSubsequence(a, b)) return true
  return distance(a, b) <= (b.length >= 8 ? 2 : 1)
}

/** Recognition loses characters, but keeps the order of the others. */
function isSubsequence(a: string, b: string): boolean {
  let at = 0
  for (const char of a) {
    at = b.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Edit distance, given up (3) as soon as it cannot be 2 or less. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > 2) return 3
    row = next
  }
  return row[b.length] ?? 3
}
