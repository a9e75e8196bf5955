interface HeldYear {
  readonly year: number
  /** Reports that are held. */
  readonly held: number
}

/**
 * The newest year that a headline may speak of: one with at least half as many reports as the fullest. A year of which
 * reports have only begun to come in tells of the collecting, not of the bureaus. Undefined where nothing is held.
 */
export function tellingYear(years: readonly HeldYear[]): number | undefined {
  const most = Math.max(0, ...years.map(({ held }) => held))
  const full = years.filter(({ held }) => held > 0 && held * 2 >= most)
  return full.length === 0 ? undefined : Math.max(...full.map(({ year }) => year))
}
