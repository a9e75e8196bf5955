import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Which files may import what, as folders, files and packages; `type x` allows `import type` only. */
const allowed: readonly (readonly [files: string, targets: string])[] = [
  ['core', 'core valibot htmlparser2 mammoth unpdf hucre fflate papaparse d3-array'],
  ['core/catalog', 'core/catalog valibot'],
  ['core/read', 'core/read type:core/reading.ts htmlparser2 mammoth unpdf hucre fflate papaparse'],
  [
    'core/parse',
    'core/parse core/catalog core/reading.ts core/roster/counties.ts type:core/read/doc.ts core/read/index.ts',
  ],
  ['core/check', 'core/check core/catalog core/reading.ts'],
  ['core/claim', 'core/claim core/catalog core/check core/parse core/reading.ts'],
  ['core/indicator', 'core/indicator core/catalog core/check core/reading.ts'],
  ['core/lineage', 'core/lineage core/catalog core/indicator'],
  ['core/roster', 'core/roster core/catalog'],
  [
    'core/chart',
    'core/chart core/catalog core/check core/indicator core/text core/reading.ts d3-array',
  ],
  ['worker', 'worker core dist hono @hono drizzle-orm valibot @valibot type:@standard-schema'],
  ['worker/contract', 'worker/contract worker/routes core valibot @valibot hono'],
  ['worker/db', 'worker/db core drizzle-orm'],
  ['worker/routes', 'worker core hono valibot type:@standard-schema'],
  ['worker/{pages,embed,auth}', 'worker core dist hono valibot'],
  ['web', 'web core type:worker hono chart.js'],
  ['cli', 'cli core samples type:worker hono/client valibot papaparse cli-progress node:'],
  ['samples', 'samples core papaparse valibot node:'],
  // The generator of a country writes rows as publishing does: by the same pure functions.
  [
    'bench',
    'bench cli core samples worker/db worker/app.ts worker/env.ts fflate drizzle-orm ajv ajv-formats fast-check playwright-core @sparticuz/chromium node:',
  ],
]

const importLine = /^(?:import|export) (?<type>type )?(?:[^'"=;()]* from )?'(?<to>[^']+)'/gm
const dynamicImport = /\bimport\('(?<to>[^']+)'\)/g

/** What a file imports, as `core/reading.ts`, `hono/jsx` or `node:fs`, with `type:` before a mere type. */
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(importLine), ...text.matchAll(dynamicImport)].map(({ groups }) => {
    const { type, to = '' } = groups ?? {}
    const path = to.startsWith('.') ? join(dirname(file), to) : to.replace(/^#/, '')
    return type ? `type:${path}` : path
  })
}

function allows(target: string, to: string): boolean {
  if (target.startsWith('type:'))
    return to.startsWith('type:') && allows(target.slice(5), to.slice(5))
  const path = to.replace(/^type:/, '')
  return path === target || path.startsWith(target.endsWith(':') ? target : `${target}/`)
}

const sources = (folder: string): string[] =>
  globSync(`${folder}/**/*.{ts,tsx}`).filter((file) => !/\.(?:d|config)\.ts$/.test(file))

test.for(allowed)('%s imports only %s', ([folder, list]) => {
  const targets = list.split(' ')
  const broken = sources(folder).flatMap((file) =>
    imports(file)
      .filter((to) => !targets.some((target) => allows(target, to)))
      .map((to) => `${file} → ${to}`),
  )
  expect(broken).toEqual([])
})

test('what the build makes documents of does not need the build', () => {
  const reached = new Set<string>(['worker/contract/assets.ts'])
  for (const file of reached)
    for (const to of imports(file)) if (/^(?:worker|core)\/.*\.tsx?$/.test(to)) reached.add(to)
  const needing = [...reached].filter((file) => imports(file).some((to) => to.startsWith('dist/')))
  expect(needing).toEqual([])
})

test('drizzle-orm stays behind worker/db', () => {
  const users = sources('worker').filter((file) => imports(file).some((to) => /drizzle/.test(to)))
  expect(users.filter((file) => !file.startsWith('worker/db/'))).toEqual([])
})

test('the Worker carries nothing of its contract but what stands in documents for its address', () => {
  const users = globSync('{core,worker,web,cli,bench}/**/*.{ts,tsx}')
    .filter((file) => !file.startsWith('worker/contract/'))
    .flatMap((file) =>
      imports(file)
        .filter((to) => /^(?:type:)?(?:worker\/contract|@valibot)\//.test(to))
        .map((to) => `${file} → ${to}`),
    )
  expect(users.toSorted()).toEqual([
    'web/vite.config.ts → worker/contract/assets.ts',
    'worker/document.ts → worker/contract/placeholders.ts',
  ])
})

test('Node runs .ts as it is, but no .tsx: only the Worker has them', () => {
  expect(globSync('{core,web,cli,samples,bench}/**/*.tsx')).toEqual([])
})
