import { type Json, object } from './described.ts'

/** Ids that a server knows, by the name of the parameter that takes them. */
export type Known = Readonly<Record<string, readonly string[]>>

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : [])

const unique = (all: readonly string[]): string[] => [...new Set(all)]

/** Asks a server for ids of everything that it holds. */
export async function known(server: string): Promise<Known> {
  const ask = async (path: string): Promise<Json> =>
    object(await (await fetch(`${server}${path}`)).json())
  const { bureaus } = await ask('/api/v1/bureaus?limit=500')
  const { releases } = await ask('/api/v1/releases')
  const names = list(releases).map(({ name }) => String(name))
  const { files } = await ask(`/api/v1/releases/${names[0]}/manifest.json`)
  const all = list(bureaus)
  const ids = all.map(({ id }) => String(id))
  const years = all.flatMap((one) => (Array.isArray(one['years']) ? one['years'].map(String) : []))
  return {
    bureau: ids,
    bureaus: ids,
    division: unique(all.map(({ division }) => String(object(division)['code']))),
    year: unique(years),
    from: unique(years).filter((year) => year < '2022'),
    to: unique(years).filter((year) => year >= '2022'),
    release: names,
    v: names,
    revision: ['1'],
    path: list(files).map(({ path }) => String(path)),
    q: all.flatMap(({ name }) => [String(name).slice(0, 4), String(name).slice(-3)]),
    since: ['0', '100', '2026-01-01', new Date().toISOString()],
    bom: ['1'],
  }
}
