import type { LegalBasis } from '#core/catalog/legal.ts'
import type { Label } from '#core/catalog/table.ts'

/** A word of the product, with what it means. */
export interface Concept extends Label {
  readonly means: Label
  readonly basis?: LegalBasis
}

const background = (zh: string, en: string): LegalBasis => ({ zh, en, known: 'background' })

/** Words that are used in pages, files and answers, beside the labels of the form. */
export const concepts = {
  bureau: {
    zh: '行政机关',
    en: 'Bureau',
    means: {
      zh: '编制年度报告的机关：各级政府及其部门、乡镇街道、功能区管委会等。编号永久不变，名称可以变。',
      en: 'A body that makes an annual report: governments, their departments, townships, committees of zones. Its id never changes, its name may.',
    },
  },
  report: {
    zh: '年度报告',
    en: 'Annual report',
    means: {
      zh: '一个机关关于一个年份的政府信息公开工作年度报告。年份是报告所载的年份，报告在次年公布。',
      en: 'What one bureau reports on one year of information disclosure. The year is the one reported on; the report comes out in the next.',
    },
    basis: background('第四十九条、第五十条', 'Articles 49, 50'),
  },
  deadline: {
    zh: '公布期限',
    en: 'Deadline',
    means: {
      zh: '部门的年度报告应在次年1月31日前公布，政府的在次年3月31日前公布。',
      en: 'Departments publish by 31 January of the next year, governments by 31 March.',
    },
    basis: background('第四十九条', 'Article 49'),
  },
  figure: {
    zh: '指标',
    en: 'Figure',
    means: {
      zh: '法定表格中的一格，如“行政许可处理决定数量”；编号永久不变。',
      en: 'One cell of the statutory form, such as licensing decisions; its id never changes.',
    },
  },
  edition: {
    zh: '表式',
    en: 'Edition',
    means: {
      zh: '一张表所用的法定格式：2019版或2021版。按表判断，不按年份推断。',
      en: 'The statutory form that a table follows, that of 2019 or of 2021; told from the table itself, not from the year.',
    },
  },
  observation: {
    zh: '观测',
    en: 'Observation',
    means: {
      zh: '一份报告中一个指标的数值或状态；编号为“机关/年份/指标”。',
      en: 'What one report has for one figure, a number or a state; its id is bureau/year/figure.',
    },
  },
  indicator: {
    zh: '比率',
    en: 'Rate',
    means: {
      zh: '由指标相除得出的数，同时给出分子、分母和计算式；分母为0或没有填写时没有定义，不作0%。',
      en: 'Figures divided by figures, with numerator, denominator and formula. Where the denominator is 0 or not stated it is not defined, never 0 %.',
    },
  },
  interval: {
    zh: '95%区间',
    en: '95 % interval',
    means: {
      zh: '威尔逊区间：按所载的件数，比率大致可能落在的范围；件数越少，范围越宽。',
      en: 'Wilson interval: the range in which a rate may well lie, given how many cases it is made of; the fewer, the wider.',
    },
  },
  too_few: {
    zh: '件数过少',
    en: 'Too few',
    means: {
      zh: '分母不足30的比率：一件之差就会使它变动3个百分点以上，因此不参加排序。',
      en: 'A rate with a denominator below 30: a single case moves it by more than 3 points, so it takes no part in a ranking.',
    },
  },
  rank: {
    zh: '名次范围',
    en: 'Rank range',
    means: {
      zh: '机关在同类中可能的名次，如4–11（共40个）；区间相互重叠的不分先后。1是最大的数值，不表示最好。',
      en: 'Places that a bureau may have among its peers, such as 4–11 of 40; where intervals overlap, none is put before another. 1 is the largest value and not the best.',
    },
  },
  percentile: {
    zh: '分位数',
    en: 'Percentile',
    means: {
      zh: 'p10、p25、p50、p75、p90：同类中有一成、四分之一、一半等的数值不超过它。不足8份报告不显示。',
      en: 'p10, p25, p50, p75, p90: a tenth, a quarter, half of the group and so on have no more. Not shown for fewer than 8 reports.',
    },
  },
  peer_group: {
    zh: '同类机关',
    en: 'Peer group',
    means: {
      zh: '层级、系统和口径都相同的机关，只在同类之间比较。',
      en: 'Bureaus of the same level, sector and scope. Only peers are compared.',
    },
  },
  division: {
    zh: '行政区划',
    en: 'Division',
    means: {
      zh: '以GB/T 2260的六位代码表示；功能区没有代码，用上级代码加Z和两位数字。以00开头的是虚构的示例地区。',
      en: 'Told by the six digits of GB/T 2260; a zone, which has none, by its parent’s code with Z and two digits. Codes that begin with 00 are made-up places.',
    },
  },
  sector: {
    zh: '系统',
    en: 'Sector',
    means: {
      zh: '机关的工作领域，如文化旅游、教育。由名录给出，没有名录时按名称归类，可以更正。',
      en: 'What a bureau works on, such as culture or education: as a roster says, or else by its name, which may be corrected.',
    },
  },
  lineage: {
    zh: '沿革',
    en: 'Lineage',
    means: {
      zh: '机关的更名、合并、拆分、撤销、新设、职能划转和划归，注明日期和文件。拆分不把旧数字分开。',
      en: 'How bureaus were renamed, merged, split, abolished, created, moved, or handed duties on, with day and document. Old figures are never divided.',
    },
  },
  coverage: {
    zh: '收录情况',
    en: 'Coverage',
    means: {
      zh: '应有多少机关报告、收录了多少、缺哪些。没有名录的地区不知道应有多少，写作空，不写0。',
      en: 'How many bureaus should have reported, how many reports are held, and whose are missing. Without a roster nobody knows how many, and it is left empty, never 0.',
    },
  },
  not_held: {
    zh: '未收录',
    en: 'Not held',
    means: {
      zh: '本站没有这份报告或这一格。不说明机关没有公开。',
      en: 'This collection lacks the report or the cell. It does not mean that the bureau failed to publish it.',
    },
  },
  excerpt: {
    zh: '摘录',
    en: 'Excerpt',
    means: {
      zh: '本站只有报告的一部分，其余各格未收录。',
      en: 'Only a part of the report is at hand; the other cells are not held.',
    },
  },
  sum: {
    zh: '合计',
    en: 'Sum',
    means: {
      zh: '一个地区各机关数字之和。本机关与全区域两种口径分开合计；现行有效的存量和比率不能相加，写明原因而不给数。',
      en: 'Figures of the bureaus of an area added up, own reports and whole-area reports apart. Stocks in force and rates cannot be added up: a reason stands in place of a number.',
    },
  },
  at_least: {
    zh: '至少',
    en: 'At least',
    means: {
      zh: '合计可能有遗漏：有的报告没有数字、没有这张表、还没有收录，或者没有名录可以查对，所以它只是下限。',
      en: 'Something may be left out of a sum: reports are missing, or have no number or table for it, or there is no roster to tell. A lower bound.',
    },
  },
  finding: {
    zh: '核对发现',
    en: 'Finding',
    means: {
      zh: '报告中不成立的合计，或与上一年报告、与表式不一致之处；列出两边的数和差额。可能是原报告有误，也可能另有原因，不等于认定机关填报错误。',
      en: 'Where a report does not add up, or does not agree with the year before or with the form, with both sides and the difference. The report may be wrong or there may be a reason: no judgement on the bureau.',
    },
  },
  disputed: {
    zh: '合计不符',
    en: 'Sum does not hold',
    means: {
      zh: '该数字所属的合计不成立。数字仍照原文公布，不作改动。',
      en: 'A sum that the figure is part of does not hold. It is published as printed and not altered.',
    },
  },
  restatement: {
    zh: '前后不一',
    en: 'Restatement',
    means: {
      zh: '次年报告所载的“上年结转”与当年报告所载的“结转下年度”不同；两个数都保留。',
      en: 'The next year’s report carries in another number than the year’s own report carried out. Both are kept.',
    },
  },
  revision: {
    zh: '修订',
    en: 'Revision',
    means: {
      zh: '一份报告的一次读取结果，存入后不再改变；更正产生新的修订，旧的仍可查阅。',
      en: 'A report as it was read once; never changed. A correction makes a new one, and the old one stays.',
    },
  },
  data_version: {
    zh: '数据版本',
    en: 'Data version',
    means: {
      zh: '公开数据每公布、更正、替换或撤回一份报告就加一的整数。',
      en: 'A whole number that grows by one with each report that is published, amended, replaced or withdrawn.',
    },
  },
  release: {
    zh: '发布版',
    en: 'Release',
    means: {
      zh: '某一时刻全部公开数据的定版，如2026.3.0；以它为准的数字不再改变，适合引用。',
      en: 'All public data as of one moment, such as 2026.3.0. What is asked of it never changes, so it can be cited.',
    },
  },
  withdrawn: {
    zh: '撤回',
    en: 'Withdrawn',
    means: {
      zh: '报告已不再公开，并写明原因；此前的发布版保留当时的数字，并注明此后撤回。',
      en: 'Not public any more, with the reason. Releases cut before keep their figures, and say so.',
    },
  },
  made_up: {
    zh: '虚构示例',
    en: 'Made-up data',
    means: {
      zh: '不存在的城市的演示数据，从不与真实数据合计或比较。',
      en: 'Demonstration data of a city that does not exist, never added to real data or compared with them.',
    },
  },
} as const satisfies Readonly<Record<string, Concept>>
