/** Mobile phones in groups, and any run of eleven digits and more: phones, ID and account numbers. */
const personal =
  /(?<![0-9０-９])(?:[1１][0-9０-９]{2}[ -][0-9０-９]{4}[ -][0-9０-９]{4}|[0-9０-９]{11,}[Xx]?)(?![0-9０-９])/g

/** Masks phone and ID numbers, 138****1234; the length stays. */
export const masked = (text: string): string =>
  text.replace(personal, (run) => run.slice(0, 3) + '*'.repeat(run.length - 7) + run.slice(-4))
