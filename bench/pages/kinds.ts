/** A kind of public page, by one of them. */
export interface Kind {
  /** As the routes have it. */
  readonly name: string
  readonly path: string
  /** Most bytes of the body on the wire. */
  readonly most: number
  /** An error on purpose: nobody should find it by searching. */
  readonly isError?: true
}

const most = 30_000

interface Listed {
  readonly id: string
  readonly years: readonly number[]
  readonly division: { readonly code: string }
}

/** Every kind of public page in a language, of the bureau with the most years that a server has; `real`: none made up. */
export async function kindsOf(server: string, lang: string, real = false): Promise<Kind[]> {
  const { bureaus } = await ask<{ bureaus: readonly Listed[] }>(
    `${server}/api/v1/bureaus?limit=100`,
  )
  const byYears = bureaus
    .filter(({ id }) => !real || !id.startsWith('00'))
    .toSorted((a, b) => b.years.length - a.years.length)
  const [first, second] = byYears
  const year = first?.years.at(-1)
  if (!first || !second || year === undefined) throw new Error(`${server} has no reports`)
  const of = (name: string, path: string, own = most): Kind => ({
    name,
    path: lang === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path,
    most: own,
  })
  return [
    of('/', '/'),
    of('/d/{division}', `/d/${first.division.code}`),
    of('/b/{bureau}', `/b/${first.id}`, 14_600),
    of('/b/{bureau}/{year}', `/b/${first.id}/${year}`),
    of('/f', '/f'),
    of('/f/{figure}', '/f/licences_decided'),
    of('/compare', `/compare?bureaus=${first.id},${second.id}`),
    of('/data', '/data'),
    of('/about', '/about'),
    of('/docs', '/docs'),
    of('/proof/{bureau}/{year}/{rule}', `/proof/${first.id}/${year}/T3-ID.total`),
    { ...of('404', '/nothing'), isError: true },
  ]
}

async function ask<T>(address: string): Promise<T> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the API's document has it
  return (await response.json()) as T
}
