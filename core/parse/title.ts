import type { Doc } from '../read/doc.ts'
import { fold } from './normal.ts'

/** What one title says. */
export interface Title {
  readonly bureau: string | undefined
  readonly year: number | undefined
}

const title = /^(.{0,80}?)(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)$/
const years = /((?:19|20)\d\d)(?:年度|年)/g
const titleNames = ['articletitle', 'title', 'og:title']

/** Titles of the page and its first lines; those of the page come first, and alone if they name a bureau and a year. */
export function titles({ format, title: page, meta }: Doc, lines: readonly string[]): Title[] {
  const own = [...titleNames.flatMap((name) => meta[name] ?? []), page ?? '']
    .map(
      (text) =>
        fold(text)
          .replace(/\s+/g, '')
          .split(/[-_|—]/)[0] ?? '',
    )
    .flatMap((text) => parseTitle(text) ?? [])
  // Above the title of a page may stand the name of the site; only in plain text is it part of the title.
  const joins = format !== 'html' && format !== 'docx'
  const printed = lines
    .slice(0, 400)
    .flatMap((line, i) => parseLine(line, joins ? lines[i - 1] : undefined) ?? [])
  const named = own.filter(({ bureau, year }) => bureau !== undefined && year !== undefined)
  return named.length > 0 ? named : [...own, ...printed]
}

/** A title may stand in two lines: the bureau above the rest, or broken anywhere. */
function parseLine(line: string, before = ''): Title | undefined {
  const found = parseTitle(line)
  if (found?.bureau !== undefined || line.length > 40 || before.length > 50) return found
  const joined = /报告$|年报$/.test(line) ? parseTitle(before + line) : undefined
  return joined?.bureau === undefined ? found : joined
}

function parseTitle(line: string): Title | undefined {
  const text = line.replace(/\((?:图片|超链|电子|文字|网页)版\)$/, '').replace(/^[#>《]+|》$/g, '')
  const found = title.exec(text)
  if (!found || /[,。;:、]/.test(text)) return undefined
  const [, head = ''] = found
  const [year, ...others] = [...head.matchAll(years)].map((match) => Number(match[1]))
  const names = head.split(/(?:19|20)\d\d(?:年度|年)/).filter((name) => name !== '')
  if (others.length > 0) return undefined
  return { bureau: names.length === 1 ? bureauName(names[0] ?? '') : undefined, year }
}

const organ =
  /(?:政府|局|委员会|办公厅|办公室|厅|院|署|办事处|街道办?|管委会|中心|站|支队|大队|总队|服务队|联合会|协会|学校|学院|大学|医院|馆|部|公司|分局|所)$/

/** Commissions that print 委 for 委员会; other names that end in 委 are not whole. */
const shortened = /(卫生健康|发展和?改革|住房和城乡建设|民族宗教事务|国有资产监督管理)委$/

/** A whole name of an organ as printed; a mere place, or a name without its beginning, is none. */
function bureauName(text: string): string | undefined {
  const name = text.replace(/人民$/, '人民政府').replace(shortened, '$1委员会')
  const isWhole =
    name.length >= 4 && name.length <= 40 && !/^[市县区省镇乡我本全各关于]|[()“”\d]/.test(name)
  return isWhole && organ.test(name.replace(/\(.*\)$/, '')) ? name : undefined
}
