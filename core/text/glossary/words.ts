import type { Edition, Label, TableId } from '#core/catalog/table.ts'
import type { LineageKind } from '#core/lineage/event.ts'
import type { State } from '#core/reading.ts'
import type { Level, Scope } from '#core/roster/bureau.ts'
import type { Concept } from './concepts.ts'

/** Values that stand in fields of answers and columns of files, with what each means. */
export const stateWords: Readonly<Record<State | 'undefined' | 'not_added', Concept>> = {
  number: {
    zh: '数字',
    en: 'Number',
    means: {
      zh: '原文印有数字，印作0的也是数字。',
      en: 'A number is printed; a printed 0 is one.',
    },
  },
  blank: {
    zh: '未填',
    en: 'Blank',
    means: { zh: '原文这一格是空的。不当作0。', en: 'The cell is empty in the original. No 0.' },
  },
  na: {
    zh: '不适用',
    en: 'Not applicable',
    means: {
      zh: '原文写作“/”“—”“无”等。不当作0。',
      en: 'The original has “/”, “—”, “none” or the like. No 0.',
    },
  },
  text: {
    zh: '文字',
    en: 'Text',
    means: {
      zh: '原文这一格是一句话，不是数字。',
      en: 'The cell has a sentence and no number.',
    },
  },
  unread: {
    zh: '未能确认',
    en: 'Not certain',
    means: {
      zh: '这一格有内容，但不能确认是什么，不作猜测。',
      en: 'Something stands in the cell, but what is not certain, and nobody guesses.',
    },
  },
  absent: {
    zh: '没有此项',
    en: 'Absent',
    means: {
      zh: '收录的文件没有这张表或这一格，可能因为表式不同，或者只有摘录。',
      en: 'The document at hand has no such table or cell: the form is another one, or it is an excerpt.',
    },
  },
  undefined: {
    zh: '没有定义',
    en: 'Not defined',
    means: {
      zh: '比率所需的数字没有填写、未能确认、相互矛盾，或者分母为0。',
      en: 'A figure that the rate needs is not stated, not certain or contradictory, or the denominator is 0.',
    },
  },
  not_added: {
    zh: '不作合计',
    en: 'Not added up',
    means: {
      zh: '这些数字不能相加，或者没有报告可加；另附原因。',
      en: 'The figures cannot be added up, or there is no report; the reason stands beside it.',
    },
  },
}

export const editionWords: Readonly<Record<Edition, Concept>> = {
  '2019': {
    zh: '2019版表式',
    en: 'Form of 2019',
    means: {
      zh: '国办公开办函〔2019〕60号规定的格式（试行），正式用于2019、2020年的报告；此后仍有报告沿用。',
      en: 'The trial form laid down by the State Council’s General Office in 2019 (No. 60), for the reports on 2019 and 2020; some later ones follow it still.',
    },
  },
  '2021': {
    zh: '2021版表式',
    en: 'Form of 2021',
    means: {
      zh: '国办公开办函〔2021〕30号规定的格式，用于2021年以来的报告。',
      en: 'The form laid down by the State Council’s General Office in 2021 (No. 30), for reports on 2021 and later.',
    },
  },
}

export const tableMeanings: Readonly<Record<TableId, Label>> = {
  disclosure: {
    zh: '报告第二部分：主动公开的规章、规范性文件，以及许可、处罚、强制和收费的数量。',
    en: 'Part 2 of a report: regulations and documents disclosed, licences, penalties, coercion and fees.',
  },
  requests: {
    zh: '报告第三部分：收到的政府信息公开申请及其办理结果，按申请人分列。',
    en: 'Part 3 of a report: requests for information and how they ended, by applicant.',
  },
  reviews: {
    zh: '报告第四部分：因政府信息公开引起的行政复议和行政诉讼。',
    en: 'Part 4 of a report: reviews and lawsuits over information disclosure.',
  },
}

export const scopeWords: Readonly<Record<Scope, Concept>> = {
  own: {
    zh: '本机关',
    en: 'Own bureau',
    means: { zh: '报告只统计机关自己。', en: 'The report counts the bureau alone.' },
  },
  area: {
    zh: '全区域',
    en: 'Whole area',
    means: {
      zh: '政府的报告汇总本地区各机关；从不与各机关自己的数字相加，也不与之比较。',
      en: 'A government’s report counts all bureaus of its area; never added to their own figures or compared with them.',
    },
  },
}

export const levelMeanings: Readonly<Record<Level, Label>> = {
  state: { zh: '国务院及其部门。', en: 'The State Council and its departments.' },
  province: {
    zh: '省、自治区、直辖市的政府及其部门。',
    en: 'Governments of provinces, autonomous regions and municipalities, and their departments.',
  },
  prefecture: {
    zh: '设区的市、自治州等地级行政区的政府及其部门。',
    en: 'Governments of cities with districts, prefectures and the like, and their departments.',
  },
  county: {
    zh: '县、市辖区、县级市的政府及其部门；市的功能区也在此列。',
    en: 'Governments of counties, districts and county-level cities, and their departments; zones of a city as well.',
  },
  township: { zh: '乡、镇和街道。', en: 'Townships, towns and sub-districts.' },
}

export const lineageMeanings: Readonly<Record<LineageKind, Label>> = {
  renamed: {
    zh: '机关改了名称，数字照常相连。',
    en: 'The bureau has another name; its figures go on.',
  },
  merged: {
    zh: '两个以上机关并为一个；相连的序列把各机关此前的数字相加并逐一列出。',
    en: 'Two bureaus or more became one; a linked series adds up their figures and lists them.',
  },
  split: {
    zh: '一个机关分为几个；此前的数字不拆开。',
    en: 'One bureau became several; its figures are never divided.',
  },
  abolished: {
    zh: '机关撤销，没有后继。',
    en: 'The bureau is no more, and none took its place.',
  },
  created: { zh: '新设的机关，此前没有。', en: 'A bureau that was not there before.' },
  transferred: {
    zh: '部分职能转到另一机关；双方的数字各自留在原处。',
    en: 'Duties went to another bureau; the figures of both stay where they are.',
  },
  moved_division: {
    zh: '机关划归另一行政区划。',
    en: 'The bureau belongs to another division from then on.',
  },
}

export const relationWords = {
  same: {
    zh: '口径相同',
    en: 'Same',
    means: {
      zh: '两版所指相同，可以连成一条线。',
      en: 'The same thing in both editions: one line.',
    },
  },
  wider: {
    zh: '2021版较宽',
    en: 'Wider',
    means: {
      zh: '2021版所含更多，不连成一条线。',
      en: 'The edition of 2021 counts more: no single line.',
    },
  },
  narrower: {
    zh: '2021版较窄',
    en: 'Narrower',
    means: {
      zh: '2021版所含较少，不连成一条线。',
      en: 'The edition of 2021 counts less: no single line.',
    },
  },
  none: {
    zh: '没有对应',
    en: 'None',
    means: {
      zh: '另一版没有此项，或者名称相近而所指不同。',
      en: 'The other edition has no such figure, or another one under a like name.',
    },
  },
} as const satisfies Readonly<Record<string, Concept>>
