/** The first Han character of each pinyin initial in the order of `zh-u-co-pinyin`; no syllable begins with i, u or v. */
const starts =
  'a阿 b八 c嚓 d哒 e妸 f发 g旮 h哈 j讥 k咔 l垃 m妈 n拏 o噢 p妑 q七 r呥 s扨 t它 w穵 x夕 y丫 z帀'.split(
    ' ',
  )

/** Where a name reads a character otherwise than the dictionary's order does. */
const readings: Readonly<Record<string, string>> = {
  长: 'c',
  藏: 'z',
  重庆: 'cq',
  厦门: 'xm',
  银行: 'yh',
  单县: 'sx',
  尉犁: 'yl',
  莘庄: 'xz',
  浚县: 'xx',
  蔚县: 'yx',
  洪洞: 'ht',
  繁峙: 'fs',
  番禺: 'py',
  东阿: 'de',
  铅山: 'ys',
  乐清: 'yq',
}
const reading = new RegExp(Object.keys(readings).join('|'), 'g')

const pinyin = new Intl.Collator('zh-u-co-pinyin')
const known = new Map<string, string>()

/** The pinyin initials of a name: 偃师文旅局 is `yswlj`. Letters and digits stay, other signs are left out. */
export const initials = (name: string): string =>
  Array.from(
    name.toLowerCase().replace(reading, (part) => readings[part] ?? part),
    initial,
  ).join('')

function initial(character: string): string {
  if (/[a-z0-9]/.test(character)) return character
  if (!/\p{Script=Han}/u.test(character)) return ''
  const letter =
    known.get(character) ??
    starts.findLast((start) => pinyin.compare(character, start.slice(1)) >= 0)?.charAt(0) ??
    ''
  known.set(character, letter)
  return letter
}
