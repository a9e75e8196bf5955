import { expect, test } from 'vitest'
import { deriveBureau } from '#core/roster/derive.ts'

// Division, name, level, sector, scope, kind.
const cases = `
100000  中华人民共和国财政部                    state       finance                  own   bureau
100000  国家税务总局                            state       tax                      own   bureau
310000  上海市人民政府办公厅                    province    general_office           own   general_office
320000  江苏省人民政府                          province    government               area  government
120000  天津市监狱管理局                        province    justice                  own   bureau
110000  北京市城市管理委员会                    province    urban_management         own   bureau
110000  北京市园林绿化局                        province    forestry                 own   bureau
110000  北京经济技术开发区管理委员会            prefecture  zone                     area  zone_committee
610000  西咸新区沣东新城管理委员会              prefecture  zone                     area  zone_committee
610000  西咸新区底张街道办事处                  township    township                 own   township
321300  宿迁市人民政府                          prefecture  government               area  government
410700  新乡市人民政府                          prefecture  government               area  government
232700  大兴安岭地区行政公署                    prefecture  government               area  government
360200  景德镇市文化广电新闻出版旅游局          prefecture  culture_tourism          own   bureau
330700  金华市市场监管局（知识产权局）          prefecture  market_supervision       own   bureau
510800  广元市统计局                            prefecture  statistics               own   bureau
320100  南京市规划和自然资源局                  prefecture  natural_resources        own   bureau
320100  南京市住房公积金管理中心                prefecture  housing                  own   institution
320500  苏州市政务服务管理办公室                prefecture  administrative_approval  own   bureau
370200  青岛市大数据发展管理局                  prefecture  data                     own   bureau
440600  佛山市政务服务和数据管理局              prefecture  administrative_approval  own   bureau
440600  佛山市人民政府国有资产监督管理委员会    prefecture  state_assets             own   bureau
440600  佛山市人民政府外事办公室                prefecture  foreign_affairs          own   bureau
410300  洛阳市生态环境局偃师分局                prefecture  ecology                  own   bureau
410300  洛阳市城乡规划局                        prefecture  natural_resources        own   bureau
130100  石家庄高新区社会发展局                  county      other                    own   bureau
130100  石家庄高新技术产业开发区管委会          county      zone                     area  zone_committee
130100Z01 石家庄高新区市场监督管理局            county      market_supervision       own   bureau
320500  苏州工业园区管委会办公室                county      general_office           own   general_office
320600  南通市经济技术开发区                    county      zone                     area  zone_committee
410307  偃师区文化广电和旅游局                  county      culture_tourism          own   bureau
410307  偃师区文旅局                            county      culture_tourism          own   bureau
410307  偃师区先进制造业开发区管理委员会        county      zone                     area  zone_committee
331081  温岭市文化和广电旅游体育局              county      culture_tourism          own   bureau
360722  信丰县卫生健康委员会                    county      health                   own   bureau
360722  信丰县卫健委                            county      health                   own   bureau
360722  信丰县医疗保障局                        county      medical_insurance        own   bureau
360722  信丰县医保局                            county      medical_insurance        own   bureau
360722  信丰县人民医院                          county      other                    own   institution
370481  滕州市综合行政执法局                    county      urban_management         own   bureau
370481  滕州市行政审批服务局                    county      administrative_approval  own   bureau
440703  江门市蓬江区城市管理和综合执法局        county      urban_management         own   bureau
420203  西塞山区城市管理执法局                  county      urban_management         own   bureau
420203  西塞山区城管局                          county      urban_management         own   bureau
420203  西塞山区文化市场综合行政执法大队        county      culture_tourism          own   bureau
350481  永安市水利局                            county      water                    own   bureau
350481  永安市水务局                            county      water                    own   bureau
350481  永安市林业局                            county      forestry                 own   bureau
350481  永安市自然资源局                        county      natural_resources        own   bureau
440825  徐闻县司法局                            county      justice                  own   bureau
430422  衡南县应急管理局                        county      emergency                own   bureau
500238  巫溪县交通局                            county      transport                own   bureau
500238  巫溪县公安局交通警察大队                county      public_security          own   bureau
420222  公安县教育局                            county      education                own   bureau
420222  公安县公安局                            county      public_security          own   bureau
130303  山海关区财政局                          county      finance                  own   bureau
130303  山海关海关                              county      customs                  own   bureau
320481  溧阳市市场监管局                        county      market_supervision       own   bureau
320481  溧阳市市监局                            county      market_supervision       own   bureau
320481  溧阳市住建局                            county      housing                  own   bureau
320481  溧阳市住房和城乡建设局                  county      housing                  own   bureau
320481  溧阳市人力资源和社会保障局              county      human_resources          own   bureau
320481  溧阳市发展和改革委员会                  county      development_reform       own   bureau
320481  溧阳市工业和信息化局                    county      industry_it              own   bureau
320481  溧阳市科学技术局                        county      science                  own   bureau
320481  溧阳市商务局                            county      commerce                 own   bureau
320481  溧阳市民政局                            county      civil_affairs            own   bureau
320481  溧阳市退役军人事务局                    county      veterans                 own   bureau
320481  溧阳市农业农村局                        county      agriculture              own   bureau
320481  溧阳市农业综合行政执法大队              county      agriculture              own   bureau
320481  溧阳市乡村振兴局                        county      rural_revitalisation     own   bureau
320481  溧阳市扶贫开发办公室                    county      rural_revitalisation     own   bureau
320481  溧阳市信访局                            county      petitions                own   bureau
320481  溧阳市气象局                            county      meteorology              own   bureau
320481  溧阳市消防救援大队                      county      fire                     own   bureau
320481  国家税务总局溧阳市税务局                county      tax                      own   bureau
320481  溧阳市供销合作总社                      county      supply_marketing         own   bureau
320481  溧阳市供销社                            county      supply_marketing         own   bureau
320481  溧阳市烟草专卖局                        county      tobacco                  own   bureau
320481  溧阳市机关事务管理中心                  county      government_affairs       own   institution
320481  溧阳市人民防空办公室                    county      civil_defence            own   bureau
320481  溧阳市档案馆                            county      archives                 own   bureau
320481  溧阳市粮食和物资储备局                  county      grain                    own   bureau
320481  溧阳市地方金融监督管理局                county      local_finance            own   bureau
320481  溧阳市外事办公室                        county      foreign_affairs          own   bureau
320481  溧阳市体育局                            county      sport                    own   bureau
320481  溧阳市审计局                            county      audit                    own   bureau
320481  溧阳市机构编制委员会办公室              county      other                    own   bureau
450226  三江侗族自治县民族宗教事务局            county      ethnic_religious         own   bureau
450226  三江侗族自治县人民政府                  county      government               area  government
310115  上海市浦东新区教育局                    county      education                own   bureau
310115  上海市浦东新区人民政府                  county      government               area  government
441403  梅州市梅县区人民政府办公室              county      general_office           own   general_office
429006  天门市政府办                            county      general_office           own   general_office
330803  衢州市衢江区湖南镇人民政府              township    township                 own   township
330803  衢江区湖南镇人民政府办公室              township    township                 own   township
320205  无锡市锡山区厚桥街道                    township    township                 own   township
640104  银川市兴庆区前进街街道办事处            township    township                 own   township
622922  康乐县上湾乡人民政府                    township    township                 own   township
450226  三江侗族自治县同乐苗族乡人民政府        township    township                 own   township
150525  奈曼旗固日班花苏木人民政府              township    township                 own   township
110105  北京市朝阳区东湖地区办事处              township    township                 own   township
`

const rows = cases
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

test.for(rows)('%s %s', ([division = '', name = '', level, sector, scope, kind]) => {
  expect(deriveBureau(division, name)).toEqual({ division, name, level, sector, scope, kind })
})
