import { expect, test } from 'vitest'
import { figures } from '#core/catalog/index.ts'
import { indicators } from '#core/indicator/indicators.ts'
import { figureNotes } from '#core/text/figure-notes.ts'
import { langs } from '#core/text/lang.ts'

test.for(langs)('every figure and rate is explained in %s', (lang) => {
  const notes = figureNotes(lang)
  expect(Object.keys(notes).toSorted()).toEqual(
    [...figures.map(({ id }) => id), ...Object.keys(indicators)].toSorted(),
  )
  for (const { id } of figures) {
    expect(notes[id]?.means).not.toBe('')
    expect(notes[id]?.crossings.length).toBeGreaterThan(0)
  }
})

test('a figure that looks like another of the old form is not joined to it', () => {
  expect(figureNotes('zh')['norms_valid']).toMatchObject({
    basis: '《政府信息公开条例》第二十条第（一）项',
    inForm: true,
    crossings: [
      {
        from: ['规范性文件对外公开总数量'],
        to: ['现行有效行政规范性文件件数'],
        relation: '没有对应',
      },
    ],
  })
})
