import { type Answer, get } from './collection.ts'

/** Every page of a list from the first on, as its links lead. */
export async function allPages(path: string): Promise<Answer[]> {
  const pages: Answer[] = []
  for (let next: string | undefined = path; next !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- one page says where the next one begins
    const response = await get(next)
    // oxlint-disable-next-line no-await-in-loop
    const page: Answer = await response.json()
    pages.push(page)
    next = /^<(?<to>[^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.groups?.['to']
    if ((next === undefined) !== (page.next_cursor === null))
      throw new Error(`${path}: the link does not say what the body does`)
  }
  return pages
}
