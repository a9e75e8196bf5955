import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rosterOf } from '../../cli/bureaus.ts'
import { parseCsv } from '../../cli/csv.ts'
import { readRoster } from '../../cli/roster.ts'

const folder = mkdtempSync(join(tmpdir(), 'niantu-roster-'))
afterAll(() => rmSync(folder, { recursive: true }))

const head = 'id,division,name,level,sector,scope,kind,aliases'
const good = '410307-0001,410307,文旅局,county,culture_tourism,own,bureau,文旅|旅游局'

const bureau = {
  id: '410307-0001',
  division: '410307',
  name: '文旅局',
  level: 'county',
  sector: 'culture_tourism',
  scope: 'own',
  kind: 'bureau',
  divisionName: null,
  divisionNameEn: null,
  nameEn: null,
  validFrom: null,
  aliases: ['文旅', '旅游局'],
}

const latin = Buffer.from(`${head}\n410307-0001,410307,Caf\u00e9, county`, 'latin1')
const utf16 = Buffer.from(`\uFEFF${head}\r\n${good}\r\n`, 'utf16le')
// 文旅局 and its aliases in GBK.
const names = { 文旅局: 'cec4c2c3bed6', 文旅: 'cec4c2c3', 旅游局: 'c2c3d3cebed6' }
const gbk = Buffer.concat([
  Buffer.from(`${head}\r\n410307-0001,410307,`),
  Buffer.from(names.文旅局, 'hex'),
  Buffer.from(',county,culture_tourism,own,bureau,'),
  Buffer.from(names.文旅, 'hex'),
  Buffer.from('|'),
  Buffer.from(names.旅游局, 'hex'),
  Buffer.from('\r\n'),
])

test.for([
  ['UTF-8', Buffer.from(`${head}\n${good}\n`)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${head}\r\n${good}\r\n`)],
  ['GBK, as Excel saves it', gbk],
  ['UTF-16, as Excel saves “Unicode text”', utf16],
] as const)('a roster in %s is read', async ([name, bytes]) => {
  const file = join(folder, `${name}.csv`)
  writeFileSync(file, bytes)
  expect(await rosterOf(file)).toEqual({ bureaus: [bureau], warnings: [] })
})

// What the file is, its bytes, what the refusal says.
test.for([
  ['Latin-1', latin, /CSV UTF-8/],
  ['a workbook', Buffer.from('504b0304140000000800ff00ff', 'hex'), /CSV UTF-8/],
  ['nothing', Buffer.alloc(0), /empty|CSV UTF-8/],
  ['a header alone', Buffer.from(head), /the roster is empty/],
] as const)('%s is refused, with the remedy', async ([name, bytes, says]) => {
  const file = join(folder, `${name}.csv`)
  writeFileSync(file, bytes)
  await expect(rosterOf(file)).rejects.toThrow(says)
})

const problems = (rows: string): string => {
  try {
    readRoster(parseCsv(`${head}\n${rows}`))
    return 'none'
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

// Rows below the header, what is said of them.
test.for([
  [`${good}\n${good}`, /第 2、3 行编号相同（lines 2, 3 have the same id）: 410307-0001/],
  [`\n${good}\n\n${good}`, /lines 3, 5 have the same id/],
  [`"410307-0002",410307,"文旅\n局",county,a,own,bureau,\n${good}\n${good}`, /lines 4, 5 have/],
  [`1,410307,文旅局,county,a,own,bureau,`, /line 2.*id: .*410307-0001/],
  [`410307-0001,4103,文旅局,county,a,own,bureau,`, /line 2.*division: .*410307/],
  [`410307-0001,410307,文,county,a,own,bureau,`, /line 2.*name: .*2 to 100/],
  [`410307-0001,410307,文旅局,县级,a,own,bureau,`, /line 2.*level: .*county/],
  [`410307-0001,410307,文旅局,county,教育,own,bureau,`, /line 2.*sector: .*lower-case/],
  [`410307-0001,410307,文旅局,county,a,,bureau,`, /line 2.*scope: .*own、area/],
  [`410307-0001,410307,文旅局,county,a,own,bureau,文`, /line 2.*aliases.*2 to 100/],
  [`${good}\n410307-0002,410307`, /line 3.*2 cells, the header has 8/],
  [`${good},more`, /line 2.*9 cells, the header has 8/],
  [`410307-0002,410307,"文旅局`, /line 2.*[Qq]uote/],
] as const)('%j is refused, naming the lines', ([rows, says]) => {
  expect(problems(rows)).toMatch(says)
})

test('an id that begins with another division is brought in with a warning', () => {
  const rows = parseCsv(`${head}\n410307-0050,110000,文旅局,county,a,own,bureau,`)
  expect(readRoster(rows)).toMatchObject({
    bureaus: [{ id: '410307-0050', division: '110000' }],
    warnings: [expect.stringMatching(/line 2.*410307-0050.*110000/)],
  })
})
