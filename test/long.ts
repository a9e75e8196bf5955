import { vi } from 'vitest'

/**
 * How many cases a property is tried with: a few in the ordinary run, forty times as many with `LONG=1 npx vitest run`,
 * which comes to more than twenty thousand in all. FC_RUNS sets any number.
 */
export const cases = (few: number): number =>
  Number(process.env['FC_RUNS'] ?? few * (process.env['LONG'] ? 40 : 1))

// Forty times as many cases take more than the five seconds that a test has.
if (process.env['LONG']) vi.setConfig({ testTimeout: 600_000 })
