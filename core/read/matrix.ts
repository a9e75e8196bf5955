/** Affine map of the plane as PDF and OFD write it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** Six numbers from outside; the identity where they are not. */
export function matrix(values: unknown): Matrix {
  const list = numbers(values)
  const [a, b, c, d, e, f] = list
  if (list.length < 6 || list.some((n) => !Number.isFinite(n))) return identity
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

/** The numbers of an array or typed array from outside; NaN for what is none. */
export function numbers(values: unknown): number[] {
  if (values instanceof Float32Array || values instanceof Float64Array) return [...values]
  return Array.isArray(values) ? values.map((n) => (typeof n === 'number' ? n : Number.NaN)) : []
}
