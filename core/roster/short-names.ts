/** Words of official names and what people make of them; 局, 委 or 厅 follows as in the name. */
const rules: readonly (readonly [words: RegExp, ...short: string[]])[] = [
  [/文化.*旅游|旅游.*文化/, '文旅'],
  [/文化.*广(?:播|电).*旅游/, '文广旅'],
  [/文化.*体育.*旅游/, '文体旅'],
  [/文化.*旅游.*体育/, '文旅体'],
  [/文化.*体育|体育.*文化/, '文体'],
  [/文化.*广(?:播|电).*新闻/, '文广新'],
  [/广播(?:电影)?电视/, '广电'],
  [/教育.*体育/, '教体'],
  [/教育.*科(?:技|学)/, '教科'],
  [/教育委员会/, '教'],
  [/卫生健康/, '卫健', '卫健委', '卫健局'],
  [/卫生(?:和|与)?计划生育/, '卫计', '卫计委', '卫计局'],
  [/市场监督管理|市场监管/, '市监', '市场监管'],
  [/工商行政管理/, '工商'],
  [/质量技术监督/, '质监'],
  [/食品药品监督/, '食药监'],
  [/药品监督/, '药监'],
  [/住房(?:和|与)?城乡建设|住房城乡.*建设/, '住建'],
  [/房产管理|房屋管理/, '房管'],
  [/人力资源(?:和|与)?社会保障/, '人社'],
  [/发展(?:和|与)?改革/, '发改', '发改委', '发改局'],
  [/应急管理/, '应急'],
  [/安全生产监督/, '安监'],
  [/城市(?:综合)?管理|城市.*综合.*执法/, '城管'],
  [/综合行政执法/, '综合执法', '执法'],
  [/交通运输/, '交通', '交运'],
  [/工业(?:和|与)?信息化/, '工信'],
  [/科(?:技|学技术)(?:和|与)?工业.*信息化/, '科工信'],
  [/经济(?:和|与)?信息化/, '经信'],
  [/科学技术/, '科技'],
  [/自然资源(?:和|与)?规划/, '自规', '资规', '自然资源'],
  [/国土资源/, '国土'],
  [/生态环境/, '环境'],
  [/环境保护/, '环保'],
  [/农业农村|农业(?:和|与)?农村/, '农业'],
  [/林业(?:和|与)?草原/, '林草', '林业'],
  [/粮食(?:和|与)?物资储备/, '粮食', '粮储'],
  [/退役军人/, '退役军人'],
  [/医疗保障/, '医保'],
  [/行政审批/, '行政审批', '审批'],
  [/政务服务.*数据/, '政数'],
  [/政务服务/, '政务服务'],
  [/国有资产/, '国资', '国资委', '国资局'],
  [/机关事务/, '机关事务', '机管'],
  [/民族(?:和|与)?宗教/, '民宗'],
  [/地方金融/, '金融', '地方金融监管'],
  [/人民防空/, '人防'],
  [/国防动员/, '国动'],
  [/公共资源交易/, '公资'],
  [/交通警察/, '交警'],
]

/** Ends of names that are shortened as they are, with what stands before them. */
const endings: readonly (readonly [long: RegExp, short: string])[] = [
  [/人民政府办公[室厅]$/, '政府办'],
  [/人民政府$/, '政府'],
  [/街道办事处$/, '街道办'],
  [/(?<!监督|城市)管理委员会$/, '管委会'],
  [/供销合作社联合社$/, '供销社'],
  [/住房公积金管理中心$/, '公积金中心'],
]

/**
 * Names in common use that follow from an official one by rule: 文化广电和旅游局 is 文旅局 and 文广旅局, 卫生健康委员会 is
 * 卫健委. To be given without the division.
 */
export function shortNames(name: string): string[] {
  const end = /(?<end>局|厅|委|办|中心)(?:员会|公室)?$/.exec(name)?.groups?.['end'] ?? ''
  const stems = rules.flatMap(([words, ...short]) => (words.test(name) ? short : []))
  const whole = endings.flatMap(([long, short]) =>
    long.test(name) ? name.replace(long, short) : [],
  )
  return [
    ...new Set([
      ...stems.map((stem) => (stem.endsWith(end) || ends(stem) ? stem : stem + end)),
      ...whole,
    ]),
  ]
}

/** A short form that has its own end: 发改委 stays so where the office is called 发展和改革局. */
const ends = (stem: string): boolean => /[委局]$/.test(stem)
