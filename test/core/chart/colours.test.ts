import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Tone, hues, ramp, toneColour } from '#core/chart/hue.ts'
import { stackPlans } from '#core/chart/plans.ts'
import { apart, contrast, sights } from './colour-vision.ts'

const css = ['base', 'chart'].map((name) => readFileSync(`web/styles/${name}.css`, 'utf8')).join('')

/** The tokens of the stylesheet: those of paper, or those of the dark. */
function tokens(isDark: boolean): Map<string, string> {
  const dark = [...css.matchAll(/prefers-color-scheme: dark\) \{([\s\S]*?)\n\}/g)]
  const part = isDark
    ? dark.map(([, body]) => body).join('')
    : css.replace(/@media[\s\S]*?\n\}/g, '')
  return new Map(
    [...part.matchAll(/--(\w+): (#\w+);/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}

const themes = [
  { theme: 'paper', colour: toneColour, paper: '#ffffff' },
  {
    theme: 'dark',
    colour: (tone: Tone) => tokens(true).get(tone) ?? '',
    paper: tokens(true).get('paper') ?? '',
  },
]

test('the stylesheet has the colours of the pictures, and a dark one for each', () => {
  const all = { ...hues, ...ramp }
  const [light, dark] = [tokens(false), tokens(true)]
  expect(Object.keys(all).map((tone) => [tone, light.get(tone)])).toEqual(Object.entries(all))
  expect(Object.keys(all).filter((tone) => !dark.has(tone))).toEqual([])
})

// The least that neighbours in a bar are apart; 0.02 is just to be seen.
const least = 0.1

test.for(themes)('$theme: layers that touch are told apart by every sight', ({ colour }) => {
  const tooClose = Object.entries(stackPlans).flatMap(([plan, { layers }]) =>
    layers.slice(1).flatMap(({ tone }, i) => {
      const below = layers[i]?.tone ?? tone
      return Object.keys(sights)
        .filter((sight) => apart(sight, colour(below), colour(tone)) < least)
        .map((sight) => `${plan}: ${below}, ${tone} (${sight})`)
    }),
  )
  expect(tooClose).toEqual([])
})

test.for(themes)('$theme: every layer stands out from the paper', ({ colour, paper }) => {
  const tones = Object.values(stackPlans).flatMap(({ layers }) => layers.map(({ tone }) => tone))
  expect(tones.filter((tone) => contrast(colour(tone), paper) < 3)).toEqual([])
})

test('what is known of colours is known of these', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(apart('normal', '#000000', '#ffffff')).toBeCloseTo(1)
  // Red and green of equal light.
  expect(apart('deutan', '#b5482f', '#6d7a1d')).toBeLessThan(
    apart('normal', '#b5482f', '#6d7a1d') / 2,
  )
})
