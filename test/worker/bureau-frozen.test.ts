import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { number, post, prepare, publish } from './collection.ts'
import { htmlOf, textOf } from './page-text.ts'
import { cut } from './varied.ts'

const id = '410307-0001'
const entry = { level: 'county', sector: 'other', scope: 'own', kind: 'bureau', aliases: [] }
let release = ''
beforeAll(async () => {
  await prepare()
  await publish({ cells: { licences_decided: number(1) } })
  release = await cut()
  await post('/bureaus', { bureaus: [{ ...entry, id, division: '410307', name: '偃师区新名局' }] })
  await publish({ bureau: { id }, year: 2024, cells: { licences_decided: number(9) } })
  await publish({ bureau: { id }, year: 2023, cells: { licences_decided: number(8) } })
})

test('has the names and numbers of the release, and says what was changed since', async () => {
  const text = textOf(await htmlOf(`/b/${id}?v=${release}`))
  expect(text).toContain('偃师区甲局2024年作出1件行政许可决定')
  expect(text).toContain(`这是定版 ${release}`)
  expect(text).toContain('目前没有更新的定版')
  expect(text).toContain('此后该机关更名为偃师区新名局')
  expect(text).not.toContain('2023')
  expect(text).toContain('机构沿革与别名不随定版保存')
})

test('says that a newer release is there, and leads to it and to the newest figures', async () => {
  const newer = await cut()
  const page = await htmlOf(`/b/${id}?v=${release}&figure=licences_decided`)
  expect(page).toContain(
    `已有更新的定版：<a href="/b/${id}?v=${newer}&amp;figure=licences_decided">`,
  )
  expect(page).toContain(`<a href="/b/${id}?figure=licences_decided">看最新的数字</a>`)
  expect(page).toContain(`/b/${id}/2024?cell=licences_decided&amp;v=${release}#cell`)
})

test('says that a report was withdrawn since, and still has it', async () => {
  const published = await env.DB.prepare(
    'SELECT r.published FROM report r JOIN bureau b ON b.key = r.bureau WHERE b.id = ? AND r.year = 2024',
  )
    .bind(id)
    .first<number>('published')
  await post(`/revisions/${published}/withdraw`, { reason: '原机关撤回了这份报告' })
  const text = textOf(await htmlOf(`/b/${id}?v=${release}`))
  expect(text).toContain('此后撤回了报告：2024')
  expect(text).toContain('作出1件行政许可决定')
})

test('keeps no lineage and draws no median', async () => {
  const text = textOf(await htmlOf(`/b/${id}?v=${release}&lineage=linked&with=median`))
  expect(text).toContain('定版不保存机构沿革')
  expect(text).toContain('定版视图不画同类机关的中位数')
})
