import { beforeAll, expect, test } from 'vitest'
import { seriesCoverage } from '#worker/routes/series-answer.ts'
import { type Answer, get, getJson, number, prepare, publish } from './collection.ts'

const bureau = '410307-0001'
const path = `/api/v1/series?bureau=${bureau}`

/** Three years of one bureau: in 2020 and 2022 by another form, with a sum that does not hold in 2022. */
const contents = {
  2019: { tables: { disclosure: '2019' }, cells: { licences_decided: number(45) } },
  2020: {
    tables: { disclosure: '2019', requests: '2019' },
    cells: {
      licences_decided: { state: 'blank', raw: '' },
      'requests_new.natural_person': number(4),
      'requests_new.total': number(40),
    },
  },
  2022: {
    tables: { disclosure: '2021', requests: '2021' },
    cells: {
      licences_decided: number(0),
      'requests_new.natural_person': number(0),
      'requests_new.total': number(0),
      'requests_carried_in.total': number(1),
      'requests_carried_out.total': number(0),
      'outcome_total.total': number(0),
    },
  },
} as const

beforeAll(async () => {
  await prepare()
  for (const [year, content] of Object.entries(contents))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish({ year: Number(year), ...content }, '原文如此')
})

test('a rate stands beside figures, with what it is made of', async () => {
  const { series, figures, indicators, meta, ...rest } = await getJson(
    `${path}&figure=natural_person_share,licences_decided`,
  )
  const rate = { formula: 'natural_person_share', interval: null, disputed: false, missing: [] }
  expect(series).toEqual([
    {
      bureau,
      figure: 'natural_person_share',
      points: [
        {
          ...rate,
          year: 2019,
          value: null,
          state: 'undefined',
          numerator: null,
          denominator: null,
          too_few: false,
          reason: { zh: '所需的数字没有填写', en: 'A figure that it needs is not stated' },
          missing: ['requests_new.natural_person', 'requests_new.total'],
        },
        {
          ...rate,
          year: 2020,
          value: 0.1,
          state: 'number',
          numerator: 4,
          denominator: 40,
          interval: { low: expect.closeTo(0.04, 2), high: expect.closeTo(0.231, 2) },
          too_few: false,
          reason: null,
        },
        {
          ...rate,
          year: 2022,
          value: null,
          state: 'undefined',
          disputed: true,
          numerator: 0,
          denominator: 0,
          too_few: true,
          reason: {
            zh: '分母为 0，比率无定义',
            en: 'Nothing to divide by: the denominator is 0',
          },
        },
      ],
    },
    {
      bureau,
      figure: 'licences_decided',
      points: [
        { year: 2019, value: 45, state: 'number', disputed: false },
        { year: 2020, value: null, state: 'blank', disputed: false },
        { year: 2022, value: 0, state: 'number', disputed: false },
      ],
    },
  ])
  expect(figures.map(({ id }: Answer) => id)).toEqual(['licences_decided'])
  expect(indicators).toEqual([
    {
      id: 'natural_person_share',
      zh: '自然人申请占比',
      en: 'Share of natural persons',
      unit: null,
      formula: { zh: '自然人新收 ÷ 本年新收', en: 'New from natural persons ÷ all new requests' },
    },
  ])
  expect(meta).toMatchObject({
    release: null,
    coverage: { expected: 4, received: 3, missing_count: 1 },
    n_missing: 3,
  })
  expect(rest).toMatchObject({ lineage: 'separate', events: [], reports: { length: 3 } })
})

/** A CSV's columns of these names, row by row. */
const cells = (csv: string, names: readonly string[]): string[] => {
  const [head = [], ...rows] = csv
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  return rows.map((row) => names.map((name) => row[head.indexOf(name)]).join(' '))
}

test('a file says where the form changed, and what a rate is made of', async () => {
  const csv = await (
    await get(`${path.replace('series', 'series.csv')}&figure=licences_decided,carry_out_rate`)
  ).text()
  expect(csv.split('\r\n')[0]).toBe(
    'id,bureau,name,division,scope,made_up,year,figure,label,unit,value,state,reason,numerator,denominator,low,high,check,edition,break,excerpt,aside,lineage,parts,version',
  )
  expect(
    cells(csv, ['id', 'value', 'state', 'denominator', 'edition', 'break', 'version']),
  ).toEqual([
    `${bureau}/2019/licences_decided 45 number  2019  d3`,
    `${bureau}/2020/licences_decided  blank  2019  d3`,
    `${bureau}/2022/licences_decided 0 number  2021 1 d3`,
    `${bureau}/2019/carry_out_rate  undefined    d3`,
    `${bureau}/2020/carry_out_rate  undefined  2019  d3`,
    `${bureau}/2022/carry_out_rate 0 number 1 2021 1 d3`,
  ])
})

const tenure = { begins: null, ended: null, succeeded: false }
const held = (...years: number[]) => years.map((year) => ({ bureau: 'a', year }))

test.for([
  // what is held, asked for, and told
  ['the years between the first and the last', held(2019, 2022), [], [4, 2, 2]],
  ['those asked for', held(2019, 2022), [2018, 2020], [3, 2, 2]],
  ['no year before there was a duty', [], [1990, 2009], [2, 0, 2]],
  ['no year that is not over', held(2022), [2022, 2099], [3, 1, 2]],
  ['one that is held all the same', held(2025), [2025, 2099], [1, 1, 0]],
  ['nothing where nothing is known', [], [], [null, 0, null]],
] as const)('expected are %s', ([, reports, [from, to], told]) => {
  const [expected, received, missing_count] = told
  const span = { from, to, at: '2025-03-01T00:00:00Z' }
  expect(seriesCoverage([{ id: 'a', tenure }], reports, span)).toEqual({
    expected,
    received,
    missing_count,
  })
})

test('a bureau that is not there is not expected, and one of which nobody knows leaves it open', () => {
  const span = { from: 2019, to: 2022, at: '2025-03-01T00:00:00Z' }
  const bureaus = [
    { id: 'a', tenure: { begins: null, ended: 2021, succeeded: true } },
    { id: 'b', tenure: { begins: 2021, ended: null, succeeded: false } },
  ]
  // Of 2022 a is held and stands aside.
  const reports = [...held(2019, 2020, 2022), { bureau: 'b', year: 2021 }]
  expect(seriesCoverage(bureaus, reports, span)).toEqual({
    expected: 4,
    received: 4,
    missing_count: 1,
  })
  expect(seriesCoverage([...bureaus, { id: 'c', tenure: null }], reports, span)).toEqual({
    expected: null,
    received: 4,
    missing_count: null,
  })
})

test.for([
  // query, status, path of the error
  ['figure=licences_decided&lineage=linked&v=2020.1.0', 400, 'lineage'],
  ['figure=disclosure_rate&lineage=linked', 400, 'lineage'],
  ['figure=licences_decided&from=2025&to=2020', 400, 'from'],
  ['figure=licences', 400, 'figure.0'],
  ['figure=licences_decided&v=2020.1.0', 404, undefined],
  ['figure=licences_decided&v=newest', 400, 'v'],
] as const)('series?%s is %i', async ([query, status, where]) => {
  const response = await get(`${path}&${query}`)
  const { errors }: Answer = await response.json()
  expect([response.status, errors[0]?.path]).toEqual([status, where])
})
