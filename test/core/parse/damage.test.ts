import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { concerns } from '#core/check/assessment.ts'
import { formFindings } from '#core/check/form.ts'
import { type FigureId, tableOf } from '#core/catalog/index.ts'
import { editions } from '#core/catalog/table.ts'
import { readReport } from '#core/parse/index.ts'
import { type Reading, type Refusal, isRefusal } from '#core/reading.ts'
import { cases } from '../../long.ts'
import { clean } from './clean.ts'
import { type Report, dialects, formIds, render } from './render.ts'

const read = (text: string) => readReport(new TextEncoder().encode(text), 'report')

/** Refused as a whole or in part, something unread or blank, or a rule that does not hold. */
function isNoticed(reading: Reading | Refusal, { year }: Report): boolean {
  if (isRefusal(reading) || Object.keys(reading.refusedTables).length > 0) return true
  return concerns(formFindings({ year, ...reading })).length > 0
}

/** Numbers that the report does not state there. */
const wrongIn = (reading: Reading | Refusal, { texts }: Report): string[] =>
  isRefusal(reading)
    ? []
    : Object.entries(reading.cells).flatMap(([id, cell]) =>
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Cells has no other keys
        cell.state === 'number' && String(cell.value) !== texts[id as FigureId] ? [id] : [],
      )

test.for(editions)('a clean report of %s has no findings', async (edition) => {
  await fc.assert(
    fc.asyncProperty(clean(edition), async (report) => {
      const reading = await read(render(report, dialects.tabs))
      expect([wrongIn(reading, report), isNoticed(reading, report)]).toEqual([[], false])
    }),
    { numRuns: cases(5) },
  )
})

/** Damage that no rule can tell from a right report, by table. */
const unseen = { swapped: new Map<string, number>(), changed: new Map<string, number>() }
const count = (list: Map<string, number>, table: string) =>
  list.set(table, (list.get(table) ?? 0) + 1)

afterAll(() => {
  if (process.env['LONG']) console.log('damage that every rule allows, by table:', unseen)
})

const withText = (report: Report, changes: Report['texts']): Report => ({
  ...report,
  texts: { ...report.texts, ...changes },
})

test.for(editions)('one changed digit in part 三 or 四 of %s is always found', async (edition) => {
  const ids = formIds(edition)
  await fc.assert(
    fc.asyncProperty(
      clean(edition),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      async (report, which, where, add) => {
        const id = ids[which % ids.length]
        if (id === undefined) return
        const text = report.texts[id] ?? '0'
        const at = where % text.length
        const digit = (Number(text[at]) + add) % 10
        const changed = `${text.slice(0, at)}${digit}${text.slice(at + 1)}`
        const damaged = withText(report, { [id]: changed })
        const noticed = isNoticed(await read(render(damaged, dialects.html)), report)
        if (!noticed) count(unseen.changed, tableOf(id))
        expect(noticed || tableOf(id) === 'disclosure').toBe(true)
      },
    ),
    { numRuns: cases(20) },
  )
})

test.for(editions)(
  'two cells of %s that changed places are found, but where every sum still holds',
  async (edition) => {
    const ids = formIds(edition)
    await fc.assert(
      fc.asyncProperty(clean(edition), fc.nat(), fc.nat(), async (report, one, other) => {
        const [a, b] = [ids[one % ids.length], ids[other % ids.length]]
        if (a === undefined || b === undefined || report.texts[a] === report.texts[b]) return
        const damaged = withText(report, { [a]: report.texts[b] ?? '', [b]: report.texts[a] ?? '' })
        const noticed = isNoticed(await read(render(damaged, dialects.html)), report)
        if (!noticed) count(unseen.swapped, [...new Set([tableOf(a), tableOf(b)])].join(' '))
        expect(noticed || tableOf(a) !== 'requests').toBe(true)
      }),
      { numRuns: cases(20) },
    )
  },
)

const merges = {
  html: (text: string, at: number) => {
    const seams = [...text.matchAll(/<\/td><td[^>]*>/g)]
    const seam = seams[at % seams.length]
    if (!seam) return text
    return text.slice(0, seam.index) + text.slice(seam.index + seam[0].length)
  },
  tabs: (text: string, at: number) => {
    const seams = [...text.matchAll(/\t/g)]
    const seam = seams[at % seams.length]
    return seam ? text.slice(0, seam.index) + text.slice(seam.index + 1) : text
  },
  pipesAround: (text: string, at: number) => {
    const seams = [...text.matchAll(/ \| /g)]
    const seam = seams[at % seams.length]
    return seam ? text.slice(0, seam.index) + text.slice(seam.index + 3) : text
  },
} as const

const merged = (['html', 'tabs', 'pipesAround'] as const).flatMap((name) =>
  editions.map((edition) => [name, edition] as const),
)

test.for(merged)(
  'two cells run together in %s of %s never give a wrong number unnoticed',
  async ([name, edition]) => {
    await fc.assert(
      fc.asyncProperty(clean(edition), fc.nat(), async (report, at) => {
        const reading = await read(merges[name](render(report, dialects[name]), at))
        const wrong = wrongIn(reading, report)
        expect(wrong.length === 0 || isNoticed(reading, report)).toBe(true)
      }),
      { numRuns: cases(10) },
    )
  },
)
