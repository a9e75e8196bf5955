import { expect, test } from 'vitest'
import { readReport } from '#core/parse/index.ts'
import { isRefusal } from '#core/reading.ts'
import { fixtures, readAs, statedBy } from './gold.ts'

const readable = fixtures.filter(({ gold }) => gold.refuse === false)
const refused = fixtures.filter(({ gold }) => gold.refuse !== false)

test.for(readable.map((f) => [f.name, f] as const))('%s reads as stated', async ([, fixture]) => {
  const { gold, bytes, name } = fixture
  const result = await readReport(bytes, name)
  const [stated, cells] = [statedBy(gold), readAs(result)]
  // What the fixture leaves open may be read as anything but a number.
  const open = Object.entries(cells).filter(([id]) => !(id in stated))
  expect(open.filter(([, cell]) => typeof cell === 'number')).toEqual([])
  expect(Object.fromEntries(Object.entries(cells).filter(([id]) => id in stated))).toEqual(stated)
  if (isRefusal(result)) return
  expect([result.identity.bureau, result.identity.year]).toEqual([gold.bureau, gold.year])
  const editions = Object.entries(gold.edition).filter(([, edition]) => edition !== null)
  expect(result.tables).toMatchObject(Object.fromEntries(editions))
})

test.for(refused.map((f) => [f.name, f] as const))('%s is refused', async ([, fixture]) => {
  const result = await readReport(fixture.bytes, fixture.name)
  expect(result).toEqual({ refused: expect.stringMatching(/^.+（.+）$/) })
})
