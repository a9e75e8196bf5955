/** Numbers from 0 up to 1, the same ones for the same seed (FNV-1a and mulberry32). */
export type Random = () => number

export function random(seed: string): Random {
  let state = 0x811c9dc5
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of the keys, each as likely as its weight. */
export function pick<K extends string>(
  next: Random,
  weights: readonly (readonly [K, number])[],
): K {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  let rest = next() * sum
  for (const [key, weight] of weights) {
    rest -= weight
    if (rest < 0) return key
  }
  throw new RangeError('Nothing to pick from')
}
