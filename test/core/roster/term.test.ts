import { expect, test } from 'vitest'
import { meantIn } from '#core/roster/term.ts'

/** `340225 2011-2019 > 340281`: code, first year, first year without it, successor. */
function term(line: string) {
  const [, code = '', from, to, successor] = /^(\d+) (\d*)-(\d*)(?: > (\d+))?$/.exec(line) ?? []
  return {
    code,
    validFrom: from ? Number(from) : null,
    validTo: to ? Number(to) : null,
    successor: successor ?? null,
  }
}

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code).join(' ')

const drums = ['320106 -', '320302 -']
const chaohu = ['340181 2011-', '341400 -2011']
const wuwei = ['340225 2011-2019 > 340281', '341422 -2011 > 340225']
const gongzhuling = ['220184 2020-', '220381 -2020 > 220184']
const yanshi = ['410307 2021-', '410381 -2021 > 410307']
const xinshi = ['650104 -', '130602 -2015']

test.for([
  // divisions of one name (or of one line), year, what it means, other places of the name
  ['one for ever', ['410300 -'], 2019, '410300', ''],
  ['several places', drums, 2019, '320106 320302', ''],
  ['none', [], 2019, '', ''],
  ['before the change', chaohu, 2009, '341400', '340181'],
  ['a year before it', chaohu, 2010, '340181 341400', ''],
  ['in the year of it', chaohu, 2011, '340181 341400', ''],
  ['after it', chaohu, 2012, '340181', '341400'],
  ['without a year', chaohu, undefined, '340181', '341400'],
  ['one place: before', wuwei, 2009, '341422', ''],
  ['one place: a year before', wuwei, 2010, '341422', ''],
  ['one place: in the year', wuwei, 2011, '340225', ''],
  ['one place: the name has ended', wuwei, 2023, '340225', ''],
  ['one place: without a year', wuwei, undefined, '340225', ''],
  ['moved, same name', gongzhuling, 2019, '220381', ''],
  ['moved, same name', gongzhuling, 2020, '220184', ''],
  ['a line', yanshi, 2019, '410381', ''],
  ['a line', yanshi, 2020, '410381', ''],
  ['a line', yanshi, 2021, '410307', ''],
  ['a name long gone elsewhere', xinshi, 2022, '650104', '130602'],
  ['a name in use elsewhere', xinshi, 2014, '650104 130602', ''],
  ['a past name alone, in another year', ['410381 -2021 > 410307'], 2025, '410381', ''],
  ['two past places alone', ['320802 -2016', '140202 -2018'], 2025, '320802 140202', ''],
] as const)('%s: %j in %s means %s', ([, lines, year, likely, unlikely]) => {
  const meaning = meantIn(lines.map(term), year)
  expect([codes(meaning.likely), codes(meaning.unlikely)]).toEqual([likely, unlikely])
})
