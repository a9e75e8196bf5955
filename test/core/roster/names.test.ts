import { expect, test } from 'vitest'
import { gramsOf, wordsOf } from '#core/roster/grams.ts'
import { searchText } from '#core/roster/names.ts'
import { initials } from '#core/roster/pinyin.ts'
import { shortNames } from '#core/roster/short-names.ts'
import { areaTag, tagsOf } from '#core/roster/tags.ts'

test.for([
  // name without its division, names in common use
  ['文化广电和旅游局', '文旅局 文广旅局'],
  ['文化和旅游厅', '文旅厅'],
  ['文化体育和旅游局', '文旅局 文体旅局 文体局'],
  ['文化旅游和体育局', '文旅局 文旅体局 文体局'],
  ['文化广电新闻出版局', '文广新局'],
  ['教育体育局', '教体局'],
  ['卫生健康委员会', '卫健委 卫健局'],
  ['卫生健康局', '卫健局 卫健委'],
  ['市场监督管理局', '市监局 市场监管局'],
  ['住房和城乡建设局', '住建局'],
  ['住房和城乡建设委员会', '住建委'],
  ['人力资源和社会保障局', '人社局'],
  ['发展和改革委员会', '发改委 发改局'],
  ['应急管理局', '应急局'],
  ['城市管理局', '城管局'],
  ['城市管理综合行政执法局', '城管局 综合执法局 执法局'],
  ['交通运输局', '交通局 交运局'],
  ['自然资源和规划局', '自规局 资规局 自然资源局'],
  ['人民政府国有资产监督管理委员会', '国资委 国资局'],
  ['人民防空办公室', '人防办'],
  ['人民政府办公室', '政府办'],
  ['二郎街道办事处', '二郎街道办'],
  ['经济开发区管理委员会', '经济开发区管委会'],
  ['教育局', ''],
] as const)('%s is also %s', ([name, expected]) => {
  expect(shortNames(name).toSorted()).toEqual(expected.split(' ').filter(Boolean).toSorted())
})

test.for([
  ['偃师区文化广电和旅游局', 'ysqwhgdhlyj'],
  ['沭阳县', 'syx'],
  ['重庆市九龙坡区', 'cqsjlpq'],
  ['长治市', 'czs'],
  ['厦门市', 'xms'],
  ['额尔古纳市', 'eegns'],
  ['阿坝藏族羌族自治州', 'abzzqzzzz'],
  ['第110中学（东区）', 'd110zxdq'],
  ['TEDA管委会', 'tedagwh'],
] as const)('the initials of %s are %s', ([name, expected]) => {
  expect(initials(name)).toBe(expected)
})

const culture = {
  name: '偃师区文化广电和旅游局',
  otherNames: ['偃师市文化局', '偃师区 文旅局（文物局）'],
  nameEn: "Yanshi Bureau of Culture, People's",
  sector: 'culture_tourism',
  division: '410307',
  divisionNames: ['河南省', '洛阳市', '偃师区'],
}

test('a search text has names, Latin words and tags', () => {
  expect(searchText(culture).split(/(?=\s)/)).toEqual([
    '\n偃师市文化局',
    '\n偃师区文旅局(文物局)',
    '\n偃师文化广电和旅游局',
    '\n偃师文旅局',
    '\n偃师文广旅局',
    '\n河南省洛阳市偃师区文化广电和旅游局',
    '\n河南省洛阳市偃师区文旅局',
    '\n河南省洛阳市偃师区文广旅局',
    ' ysqwhgdhlyj',
    ' whgdhlyj',
    ' wlj',
    ' wglj',
    ' ysqwlj',
    ' ysqwglj',
    ' yswhgdhlyj',
    ' yswlj',
    ' yswglj',
    ' yanshi',
    ' bureau',
    ' of',
    ' culture',
    ' people',
    ' s',
    '\tall',
    '\treal',
    '\t@41',
    '\t@4103',
    '\t@410307',
    '\t#culture_tourism',
  ])
})

test.for([
  // division, its name, the name without what makes it a division
  ['新疆维吾尔自治区', '新疆'],
  ['内蒙古自治区', '内蒙古'],
  ['张家川回族自治县', '张家川'],
  ['积石山保安族东乡族撒拉族自治县', '积石山'],
  ['双江拉祜族佤族布朗族傣族自治县', '双江'],
  ['大兴安岭地区', '大兴安岭'],
  ['兰州新区', '兰州新区'],
  ['单县', '单县'],
] as const)('bureaus of %s are found under %s', ([division, stem]) => {
  const text = searchText({ ...culture, name: `${division}教育局`, divisionNames: [division] })
  expect(text).toContain(`\n${stem}教育局`)
})

test.for([
  ['410000', ['41']],
  ['410300', ['41', '4103']],
  ['410307', ['41', '4103', '410307']],
  ['130100Z01', ['13', '1301', '130100Z01']],
  ['000100', ['00', '0001']],
] as const)('the areas of %s are %s', ([division, areas]) => {
  const tags = tagsOf({ division, sector: 'water' })
  expect(tags.slice(2, -1)).toEqual(areas.map((area) => `\t@${area}`))
  expect(tags).toContain(areaTag(division))
})

test('grams: each character, each two, three around the end of a place; beginnings; tags', () => {
  expect(gramsOf('\n山县局 whgdhlyj\tall').toSorted()).toEqual(
    ['山', '山县', '山县局', '县', '县局', '局', 'w', 'wh', 'whg', 'whgd', 'whgdh', 'whgdhl']
      .concat('\tall')
      .toSorted(),
  )
})

test.for([
  // query, grams of each word, what the text must contain
  ['局', [['局']], ['局']],
  ['文旅', [['文旅']], ['文旅']],
  ['偃师　文旅局', [['偃师'], ['文旅', '旅局']], ['偃师', '文旅局']],
  ['山县农', [['山县农']], ['山县农']],
  ['YSWLJ', [['yswlj']], [' yswlj']],
  ['ＹＳＷＬＪ', [['yswlj']], [' yswlj']],
  ['ysqwhgdhlyj', [['ysqwhg']], [' ysqwhgdhlyj']],
  ["people's", [['people'], ['s']], [' people', ' s']],
  [
    '文旅局（文物局）',
    [
      ['文旅', '旅局'],
      ['文物', '物局'],
    ],
    ['文旅局', '文物局'],
  ],
  ['？', [], []],
] as const)('%s is looked up by %s', ([query, grams, within]) => {
  const words = wordsOf(query)
  expect(words.map((word) => word.grams)).toEqual(grams)
  expect(words.map((word) => word.within)).toEqual(within)
})
