import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editions } from '#core/catalog/table.ts'
import { parseDoc, readReport } from '#core/parse/index.ts'
import { readText } from '#core/read/text.ts'
import { cases } from '../../long.ts'
import { sample } from './arbitrary.ts'
import { readAs } from './gold.ts'
import { type Dialect, dialects, render } from './render.ts'

const runs = cases(8)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = async (text: string) => readAs(await readReport(bytes(text), 'report'))

// Dialects that keep every cell, blank ones too.
const whole = ['html', 'tabs', 'sheet', 'pipesAfter', 'pipesAround', 'pipePerLine'] as const

test.for(editions.flatMap((edition) => whole.map((name) => [edition, name] as const)))(
  'any report of %s in %s reads back exactly',
  async ([edition, name]) => {
    await fc.assert(
      fc.asyncProperty(sample(edition, true), async ({ report, stated }) => {
        expect(await read(render(report, dialects[name]))).toEqual(stated)
      }),
      { numRuns: runs },
    )
  },
)

// Dialects in which a blank cell leaves no trace: exact without blanks, and with them never another number.
const lossy = ['cellPerLine', 'spaces', 'words', 'pipesPadded'] as const

test.for(lossy)('a full report in %s reads back exactly', async (name) => {
  await fc.assert(
    fc.asyncProperty(sample('2021', false), async ({ report, stated }) => {
      expect(await read(render(report, dialects[name]))).toEqual(stated)
    }),
    { numRuns: runs },
  )
})

/** Numbers that were read and that the report does not state there. */
const wrong = (cells: Readonly<Record<string, number | string>>, stated: typeof cells) =>
  Object.entries(cells).filter(([id, cell]) => typeof cell === 'number' && stated[id] !== cell)

test.for(lossy)('with blanks, %s never reads as another number', async (name) => {
  await fc.assert(
    fc.asyncProperty(sample('2021', true), async ({ report, stated }) => {
      expect(wrong(await read(render(report, dialects[name])), stated)).toEqual([])
    }),
    { numRuns: runs },
  )
})

const all: readonly (readonly [string, Dialect])[] = Object.entries(dialects)

test.for(all)('cut anywhere, %s never reads as another number', async ([, dialect]) => {
  await fc.assert(
    fc.asyncProperty(sample('2021', false), fc.double({ min: 0, max: 1 }), async (s, at) => {
      const text = render(s.report, dialect)
      expect(wrong(await read(text.slice(0, Math.floor(text.length * at))), s.stated)).toEqual([])
    }),
    { numRuns: runs },
  )
})

const dropped = (dialect: Dialect) =>
  fc.asyncProperty(sample('2021', true), fc.nat(), async ({ report, stated }, at) => {
    const lines = render(report, dialect).replaceAll('<tr>', '\n<tr>').split('\n')
    lines.splice(at % lines.length, 1)
    expect(wrong(await read(lines.join('\n')), stated)).toEqual([])
  })

test.for(all)('with a line dropped, %s never reads as another number', async ([, dialect]) => {
  expect((await fc.check(dropped(dialect), { numRuns: runs })).failed).toBe(false)
})

// With this seed the line of a heading is dropped over a row with a blank cell.
test('a lost heading beside a blank cell', async () => {
  const found = await fc.check(dropped(dialects.pipePerLine), { seed: 1597937665, numRuns: 20 })
  expect(found.failed).toBe(false)
})

const footers = ['- 3 -', '—4—', '第 3 页 共 5 页', '3', '首页 上一页 下一页']

test.for(all)(
  'with a page footer inside, %s never reads as another number',
  async ([, dialect]) => {
    await fc.assert(
      fc.asyncProperty(
        sample('2021', false),
        fc.nat(),
        fc.constantFrom(...footers),
        async ({ report, stated }, at, footer) => {
          const lines = render(report, dialect).split('\n')
          lines.splice(at % lines.length, 0, footer)
          expect(wrong(await read(lines.join('\n')), stated)).toEqual([])
        },
      ),
      { numRuns: runs },
    )
  },
)

test('any text is read or refused, never an exception', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '规章',
      '二、主动公开政府信息情况',
      '一、本年新收政府信息公开申请数量',
      '0',
      '| 0 |',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      expect(parseDoc(readText(lines.join('\n')))).toBeTypeOf('object')
    }),
    { numRuns: runs * 5 },
  )
})
