import { readFileSync } from 'node:fs'

interface Module {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

const manifest = 'dist-worker/.vite/manifest.json'
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as Vite writes it
const modules = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, Module>>

/** What is loaded with a module: what it imports, and so on. */
function loadedWith(...names: readonly string[]): string[] {
  const all = new Set(names)
  for (const name of all) for (const other of modules[name]?.imports ?? []) all.add(other)
  return [...all]
}

/** What may be loaded on demand once these are. */
const onDemand = (...names: readonly string[]): string[] =>
  loadedWith(...names).flatMap((name) => modules[name]?.dynamicImports ?? [])

/** Every way through modules that are loaded on demand: `index.ts`, `site.ts`, `pages/data.tsx`. */
function ways(...before: readonly string[]): string[][] {
  const sooner = new Set(onDemand(...before.slice(0, -1)))
  const later = [...new Set(onDemand(...before))].filter((name) => !sooner.has(name))
  return later.flatMap((name) => [[...before, name], ...ways(...before, name)])
}

/** What may be sent to a browser, and what an isolate may load before it answers a request of each kind. */
// oxlint-disable-next-line import/no-default-export -- as size-limit reads it
export default [
  {
    name: 'own scripts of a page',
    path: 'dist/assets/main-*.js',
    limit: '14 kB',
    gzip: true,
  },
  {
    name: 'chart chunk',
    path: ['dist/assets/*.js', '!dist/assets/main-*.js'],
    limit: '66 kB',
    gzip: true,
  },
  { name: 'stylesheet', path: 'dist/assets/*.css', limit: '12 kB', gzip: true },
  ...ways('index.ts').map((way) => ({
    name: `Worker: ${way.slice(1).join(', then ')}`,
    path: loadedWith(...way).map((name) => `dist-worker/${modules[name]?.file}`),
    limit: '150 kB',
    gzip: true,
  })),
  { name: 'Worker, all modules', path: 'dist-worker/*.js', limit: '280 kB', gzip: true },
]
