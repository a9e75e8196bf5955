import { expect, test } from 'vitest'
import { figures } from '#core/catalog/index.ts'
import { glossary } from '#core/text/glossary.ts'
import { langs } from '#core/text/lang.ts'
import { aboutDocument } from '#worker/contract/about.ts'
import { dataDocument } from '#worker/contract/data.ts'

const found = (text: string, form: RegExp): string[] =>
  [...text.matchAll(form)].flatMap(([, one]) => one ?? [])

const idsOf = (text: string): string[] => found(text, / id="([^"]+)"/g)

test.for(langs)('every term and every figure has an anchor of its own (%s)', (lang) => {
  const ids = idsOf(aboutDocument(lang))
  expect(ids).toEqual([...new Set(ids)])
  expect(ids).toEqual(expect.arrayContaining(glossary().terms.map(({ id }) => id)))
  expect(ids).toEqual(expect.arrayContaining(figures.map(({ id }) => id)))
})

test.for(langs)('no link leads to an anchor that is not there (%s)', (lang) => {
  const about = aboutDocument(lang)
  const there = [...idsOf(about), 'licence']
  const asked = [
    ...found(about, /href="#([^"]+)"/g),
    ...found(dataDocument(lang), /href="\/about(?:\?lang=en)?#([^"]+)"/g),
  ]
  expect(asked.filter((id) => !there.includes(id))).toEqual([])
})

test('links stay in the language, files have none', () => {
  expect(
    found(aboutDocument('en'), /href="(\/[^"]*)"/g).filter((to) => /^\/\w*$/.test(to)),
  ).toEqual([])
  expect(aboutDocument('en')).toContain('href="/data?lang=en"')
  expect(aboutDocument('en')).toContain('href="/schema/2021.json"')
  expect(dataDocument('en')).toContain('href="/about?lang=en#comparing"')
})

test.for([
  ['about', aboutDocument('en')],
  ['data', dataDocument('en')],
] as const)('the English of %s has no Chinese in it', ([, text]) => {
  expect(text.replaceAll(/[“”]/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
})
