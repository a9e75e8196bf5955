import { expect, test } from 'vitest'
import { identity } from '#core/parse/identity.ts'
import { readHtml } from '#core/read/html.ts'
import { readText } from '#core/read/text.ts'

const page = (html: string) => {
  const doc = readHtml(html)
  if ('refused' in doc) throw new TypeError(doc.refused)
  return identity(doc)
}

// First lines of a document, the bureau, the year.
test.for<[string, string | null, number | null]>([
  ['云桥区教育局2023年政府信息公开工作年度报告', '云桥区教育局', 2023],
  ['2022年青屿市市场监管局政府信息公开工作年度报告', '青屿市市场监管局', 2022],
  ['2024年云桥区人民政府信息公开年报', '云桥区人民政府', 2024],
  ['云桥区教育局 2024 年政府信息公开工作 年度报告', '云桥区教育局', 2024],
  ['云桥区教育局2023年政府信息公开工作年度报告（图片版）', '云桥区教育局', 2023],
  ['云桥区教育局\n2023年度政府信息公开年度工作报告', '云桥区教育局', 2023],
  ['云桥区白沙湖街道办事处2023年度政府\n信息公开工作年度报告', '云桥区白沙湖街道办事处', 2023],
  ['云桥区教育局政府信息公开工作年度报告', '云桥区教育局', null],
  // A county that does not exist is a misreading; a zone without its city may be anywhere.
  ['沐阳县人民政府2025年政府信息公开工作年度报告', null, 2025],
  ['沭阳县人民政府2025年政府信息公开工作年度报告', '沭阳县人民政府', 2025],
  ['高新区社会发展局2022年政府信息公开工作年度报告', null, 2022],
  ['石家庄高新区社会发展局2022年政府信息公开工作年度报告', '石家庄高新区社会发展局', 2022],
  // A place is not a bureau; half a name is not a name; a converted name is not the name.
  ['云桥区2023年政府信息公开工作年度报告', null, 2023],
  ['市人民政府办公室2025年政府信息公开工作年度报告', null, 2025],
  ['青嶼市衛生健康委員會2022年政府信息公開工作年度報告', null, 2022],
  ['云教发〔2025〕2号\n云桥区教育局2024年政府信息公开工作年度报告', '云桥区教育局', 2024],
  ['本报告的统计期限自2021年1月1日起至2021年12月31日止。', null, 2021],
  ['数据统计期限自 2021 年 1 月 1 日至 12 月 31 日', null, 2021],
  [
    '云桥区教育局2020年政府信息公开工作年度报告\n统计期限2021年1月1日至12月31日',
    '云桥区教育局',
    null,
  ],
  ['2023年，本局公开信息30条。', null, null],
])('%j is by %s on %s', ([text, bureau, year]) => {
  expect(identity(readText(text))).toMatchObject({ bureau, year })
})

test('a page says more: codes, date and address', () => {
  expect(
    page(`<head><title>云桥区教育局2023年政府信息公开工作年度报告-云桥区人民政府</title>
      <meta name="SiteIDCode" content="4103070012"><meta name="PubDate" content="2024/1/9 10:00">
      <link rel="canonical" href="https://www.yunqiao.gov.cn/a.html"></head><body><p>正文</p></body>`),
  ).toEqual({
    bureau: '云桥区教育局',
    division: { code: '410307', name: null },
    year: 2023,
    publishedOn: '2024-01-09',
    source: 'https://www.yunqiao.gov.cn/a.html',
  })
})

test("the organ's own credit code counts more than the site", () => {
  const html =
    '<meta name="SiteIDCode" content="4103000012"><p>索引号：11410307099033995K/2024-1</p>'
  expect(page(html).division).toEqual({ code: '410307', name: null })
})

test('the name of the site above a title is not the bureau', () => {
  expect(page('<div>云桥区人民政府</div><h1>2023年政府信息公开工作年度报告</h1>').bureau).toBeNull()
})

test('reports of several bureaus on one page name nobody', () => {
  const list =
    '<li>云桥区教育局2023年政府信息公开工作年度报告<li>云桥区民政局2023年政府信息公开工作年度报告'
  expect(page(`<ul>${list}</ul>`).bureau).toBeNull()
})

// Code of the site, bureau, division.
test.for([
  ['4103070012', '偃师区文化广电和旅游局', '410307'],
  ['4103070012', '东湖街道办事处', '410307'],
  ['4103810012', '偃师市教育局', '410381'],
  ['4103070012', '偃师区市场监督管理局', '410307'],
  // Under the site of a city or a province all its counties publish.
  ['4103000001', '洛阳市老城区教育局', null],
  ['3300000001', '东湖街道办事处', null],
  // The bureau stands above the county.
  ['4103070012', '洛阳市教育局', null],
  ['4103070012', '河南省教育厅', null],
  ['410307', '偃师区教育局', null],
  ['bm03070012', '偃师区教育局', null],
] as const)('a site %s that shows a report of %s: division %s', ([site, bureau, code]) => {
  const html = `<meta name="SiteIDCode" content="${site}"><h1>${bureau}2023年政府信息公开工作年度报告</h1>`
  expect(page(html).division?.code ?? null).toBe(code)
})

test.for([
  ['https://www.yunqiao.gov.cn/zwgk/a.html?id=1', true],
  ['http://yunqiao.gov.cn:8080/a.html', true],
  ['https://github.com/x/y/blob/main/a.html', false],
  ['https://raw.githubusercontent.com/x/y/a.html', false],
  ['https://gitee.com/x.gov.cn/a.html', false],
  ['https://www.yunqiao.gov.cn.example.com/a.html', false],
  ['https://www.gov.cn@example.com/a.html', false],
  ['https://notgov.cn/a.html', false],
  ['https://sousuo.www.gov.cn/a.html', false],
  ['https://example.org.cn/a.html', false],
  ['file:///C:/www.gov.cn/a.html', false],
] as const)('%s is the address of a report: %s', ([address, is]) => {
  expect(page(`<link rel="canonical" href="${address}"><p>文</p>`).source).toBe(is ? address : null)
})
