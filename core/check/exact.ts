/** A decimal number held as whole units of its last place: 59237.2449 is 592372449 with 4 places. */
interface Exact {
  readonly units: bigint
  readonly places: number
}

const written = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d+))?(?:e(?<power>[+-]\d+))?$/

/** The number as JavaScript prints it, which is how it was printed for up to 15 digits. */
function exact(value: number): Exact {
  const groups = written.exec(String(value))?.groups
  if (!groups) throw new TypeError(`Not a finite number: ${value}`)
  const { sign = '', whole = '', part = '', power = '0' } = groups
  const places = part.length - Number(power)
  const units = BigInt(sign + whole + part)
  return places < 0 ? { units: scaled(units, -places), places: 0 } : { units, places }
}

const scaled = (units: bigint, places: number): bigint => units * 10n ** BigInt(places)

function number({ units, places }: Exact): number {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const cut = digits.length - places
  return Number(`${units < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`)
}

/** The sum, worked out in whole units of the smallest place: 0.1 + 0.2 is 0.3. Numbers must be finite. */
export function exactSum(values: readonly number[]): number {
  if (values.every(Number.isSafeInteger)) {
    const sum = values.reduce((a, b) => a + b, 0)
    if (Number.isSafeInteger(sum)) return sum
  }
  const terms = values.map(exact)
  const places = Math.max(0, ...terms.map((term) => term.places))
  const units = terms.reduce((sum, term) => sum + scaled(term.units, places - term.places), 0n)
  return number({ units, places })
}
