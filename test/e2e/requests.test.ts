import { expect, inject, test } from 'vitest'
import { askGenerated } from '../../bench/requests/ask.ts'

const plan = { server: inject('baseURL'), count: 2000, seed: 20_261_123, atOnce: 6 }

test('2,000 generated requests, valid and malformed: no answer but as the document says', async () => {
  console.log(`${plan.count} requests, seed ${plan.seed}`)
  const asked = await askGenerated(plan)
  const wrong = asked.filter(({ complaints }) => complaints.length > 0)
  expect(
    wrong.map(({ status, method, address, complaints }) => [status, method, address, complaints]),
  ).toEqual([])
  expect(asked).toHaveLength(plan.count)
  const answered = asked.filter(({ status }) => status === 200)
  expect(answered.length).toBeGreaterThan(plan.count / 3)
}, 120_000)
