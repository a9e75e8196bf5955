import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figuresFile, figuresPage, sectorsFile, sectorsPage } from '../../cli/docs.ts'

const text = (file: string): string => readFileSync(file, 'utf8')
const lines = (file: string): number => text(file).trimEnd().split('\n').length

test('docs/figures.md is what the catalogue says now (npm run docs)', () => {
  expect(text(figuresFile)).toBe(figuresPage())
})

test('docs/sectors.md is what the rules say now (npm run docs)', () => {
  expect(text(sectorsFile)).toBe(sectorsPage())
})

// A page that grows past its bound is two pages, or too long.
test.for([
  ['README.md', 100],
  ['CONTRIBUTING.md', 80],
  ['docs/architecture.md', 60],
  ...globSync('docs/decisions/*.md').map((file) => [file, 50] as const),
] as const)('%s has at most %i lines', ([file, most]) => {
  expect(lines(file)).toBeLessThanOrEqual(most)
})

test.for(globSync('docs/decisions/*.md'))('%s says context, decision, consequences', (file) => {
  expect(text(file).match(/^## .*$/gm)).toEqual(['## Context', '## Decision', '## Consequences'])
})

test('every package has a line that says why', () => {
  const {
    dependencies,
    devDependencies,
  }: Record<string, Record<string, string>> = JSON.parse(text('package.json'))
  const named = text('docs/dependencies.md').matchAll(/^- `(?<name>[^`]+)`/gm)
  expect(new Set([...named].map(({ groups }) => groups?.['name']))).toEqual(
    new Set(Object.keys({ ...dependencies, ...devDependencies })),
  )
})

const pages = globSync(['*.md', 'docs/**/*.md'])

test.for(pages)('every link of %s leads somewhere', (file) => {
  const folder = new URL(`../../${file}`, import.meta.url)
  const broken = [...text(file).matchAll(/\]\((?<to>[^)#:\s]+)(?:#[^)]*)?\)/g)]
    .map(({ groups }) => groups?.['to'] ?? '')
    .filter((to) => globSync(new URL(to, folder).pathname).length === 0)
  expect(broken).toEqual([])
})

test.for([...new Set(pages.flatMap((file) => text(file).match(/npm run (?:-s )?[\w:]+/g) ?? []))])(
  '%s is a script',
  (command) => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(text('package.json'))
    expect(Object.keys(scripts)).toContain(command.split(' ').at(-1))
  },
)
