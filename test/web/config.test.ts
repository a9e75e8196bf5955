import { expect, test } from 'vitest'
import { lineSpec } from '#core/chart/spec.ts'
import { lineSvg } from '#core/chart/svg.ts'
import { lineConfig } from '../../web/charts/config.ts'
import { spoken } from '../../web/charts/keys.ts'
import { credit, subject } from '../core/chart/subject.ts'

const look = {
  ink: 'rgb(27, 27, 27)',
  paper: '#fff',
  font: 'sans-serif',
  colours: { blue: '#123456' },
}

// cells from 2021 on
test.for(['45', '45 8 0', '45 - 0 blank', '0 0', 'blank na'])(
  'Chart.js shows the very numbers of the spec and of the picture: %s',
  (cells) => {
    const spec = lineSpec('zh', 'licences_decided', [subject('某局', 2021, cells)], credit)
    // The spec arrives in the page as JSON.
    const { data } = lineConfig(JSON.parse(JSON.stringify(spec)), look)
    const values = spec.lines[0]?.values ?? []
    expect([data.labels, data.datasets[0]?.data]).toEqual([spec.years.map(String), values])

    const text = /<desc[^>]*>(.*)<\/desc>/.exec(lineSvg(spec, 'c'))?.[1] ?? ''
    const told = [...text.matchAll(/\d{4}年(?:(\d+)件)?/g)].map(([, n]) =>
      n === undefined ? null : Number(n),
    )
    expect(told).toEqual(values)
  },
)

test('a line has its colour, its dashes and gaps that nothing spans; an excerpt its mark', () => {
  const two = [subject('甲', 2023, '1 2!'), subject('乙', 2023, '- 3')]
  const spec = lineSpec('zh', 'licences_decided', two, credit)
  expect(lineConfig(spec, look).data.datasets).toMatchObject([
    { label: '甲', borderColor: '#123456', borderDash: [], spanGaps: false },
    { label: '乙', borderColor: look.ink, borderDash: [6, 3], data: [null, 3] },
  ])
  const one = lineSpec('zh', 'licences_decided', two.slice(0, 1), credit)
  expect(lineConfig(one, look).data.labels).toEqual(['2023', '2024*'])
})

test('the tooltip and the keys tell of a sum that does not hold', () => {
  const spec = lineSpec('zh', 'review_total', [subject('某局', 2022, '3 0≠')], credit)
  const label = lineConfig(spec, look).options?.plugins?.tooltip?.callbacks?.label
  const told = [0, 1].map((dataIndex) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Chart.js gives, as far as it is used
    Reflect.apply(label as () => string, undefined, [
      { datasetIndex: 0, dataIndex, parsed: { y: spec.lines[0]?.values[dataIndex] } },
    ]),
  )
  expect([told, spoken(spec, 1)]).toEqual([
    ['3 件', '0 件 ≠ 合计与分项不符'],
    '2023年，某局 0件 合计与分项不符',
  ])
})

test.for([
  ['zh', 0, '2023年，某局 1573179件'],
  ['zh', 1, '2024年，某局 未收录'],
  ['en', 0, '2023, 某局 1573179 items'],
] as const)('arrow keys speak: %s %d', ([lang, at, text]) => {
  const spec = lineSpec(lang, 'licences_decided', [subject('某局', 2023, '1573179 - 4')], credit)
  expect(spoken(spec, at)).toBe(text)
})
