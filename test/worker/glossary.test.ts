import { beforeAll, expect, test } from 'vitest'
import { crosswalk } from '#core/catalog/crosswalk.ts'
import { figures } from '#core/catalog/index.ts'
import { indicators } from '#core/indicator/indicators.ts'
import { crosswalkList, figureList } from '#core/text/figure-list.ts'
import { glossary } from '#core/text/glossary.ts'
import { get, getJson, prepare } from './collection.ts'

beforeAll(prepare)

const meta = {
  licence: expect.any(String),
  source: expect.any(String),
  data_version: 0,
  release: null,
  updated: null,
  coverage: null,
  n_missing: 0,
}

test.for([
  ['/api/v1/figures', figureList()],
  ['/api/v1/crosswalk', crosswalkList()],
  ['/api/v1/glossary.json', glossary()],
] as const)('%s is whole, and says what it is of', async ([path, list]) => {
  expect(await getJson(path)).toEqual({ meta, ...list })
})

test.for([
  ['/api/v1/figures.csv', figures.length + Object.keys(indicators).length],
  ['/api/v1/crosswalk.csv', crosswalk.length],
  ['/api/v1/glossary.csv', glossary().terms.length],
] as const)('%s has %i rows', async ([path, count]) => {
  const text = await (await get(path)).text()
  expect(text.trimEnd().split('\r\n')).toHaveLength(count + 1)
})

test.for([
  [
    '/api/v1/figures.csv',
    'figure,label,label_en,unit,table,editions,formula,legal_basis',
    'licences_decided,行政许可处理决定数量,Licensing decisions,件,disclosure,2019+2021,,第二十条第（五）项（Article 20 (5)）',
  ],
  [
    '/api/v1/figures.csv',
    'figure,label,label_en,unit,table,editions,formula,legal_basis',
    'completion_rate,办结率,Completion rate,,,,办理结果总计 ÷（本年新收 + 上年结转）（All outcomes ÷ (new + carried in)）,',
  ],
  [
    '/api/v1/crosswalk.csv',
    'from_2019,to_2021,relation,remark,remark_en',
    'fee_items_prev,fees_collected_wan,none,收费项目的个数与收费金额（万元）：不可接续,A number of kinds of fees against money: not one series',
  ],
  [
    '/api/v1/glossary.csv',
    'term,label,label_en,definition,definition_en,legal_basis',
    'state.text,文字,Text,原文这一格是一句话，不是数字。,The cell has a sentence and no number.,',
  ],
] as const)('%s has the columns %s', async ([path, head, row]) => {
  const lines = (await (await get(path)).text()).trimEnd().split('\r\n')
  expect(lines[0]).toBe(head)
  expect(lines).toContain(row)
})
