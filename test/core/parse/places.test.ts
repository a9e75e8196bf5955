import { expect, test } from 'vitest'
import type { FigureId } from '#core/catalog/index.ts'
import { readReport } from '#core/parse/index.ts'
import { isRefusal } from '#core/reading.ts'
import { type Dialect, dialects, formIds, render } from './render.ts'

// A report in which every cell has a number of its own.
const ids = formIds('2021')
const numbers = new Map(ids.map((id, i) => [id, String(1000 + i)]))
const report = {
  edition: '2021',
  bureau: '云桥区教育局',
  year: 2023,
  texts: Object.fromEntries(numbers),
} as const

const all: readonly (readonly [string, Dialect])[] = Object.entries(dialects)

test.for(all)('in %s every figure stands in the line that its place says', async ([, dialect]) => {
  const text = render(report, dialect)
  const reading = await readReport(new TextEncoder().encode(text), 'report')
  if (isRefusal(reading)) throw new Error(reading.refused)
  const lines = text.split('\n')
  const wrong = ids.filter((id) => {
    const line = reading.places?.[id]?.line
    return line === undefined || !lines[line - 1]?.includes(numbers.get(id) ?? '')
  })
  expect(wrong).toEqual([])
})

test.for<[FigureId, string, string]>([
  ['norms_valid', '规范性文件', '现行有效件'],
  ['licences_decided', '行政许可', '本年处理决定数量'],
])('%s keeps its labels as printed', async ([id, row, column]) => {
  const text = render(report, dialects.tabs)
    .replace('行政规范性文件', '规范性文件')
    .replace('现行有效件数', '现行有效件')
  const reading = await readReport(new TextEncoder().encode(text), 'report')
  expect(isRefusal(reading) ? reading : reading.places?.[id]).toMatchObject({ row, column })
})
