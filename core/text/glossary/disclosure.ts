import type { DisclosureFigureId } from '#core/catalog/disclosure.ts'
import type { Label } from '#core/catalog/table.ts'

const regulation: Label = {
  zh: '规章只由国务院部门、省级政府、设区的市和自治州政府等依法有权的机关制定；其他机关没有。',
  en: 'Only bodies with the power to do so make regulations, such as ministries and the governments of provinces and cities with districts; others have none.',
}

const norm: Label = {
  zh: '行政规范性文件是规章以外、行政机关公开发布、涉及公众权利义务并反复适用的文件。',
  en: 'A normative document binds the public and is applied again and again, without being a regulation.',
}

const stock: Label = {
  zh: '是存量，不是本年新增：各年之间、各机关之间都不相加。',
  en: 'A stock, not what was added in the year: never added up over years or bureaus.',
}

const joined = (...parts: readonly Label[]): Label => ({
  zh: parts.map(({ zh }) => zh).join(''),
  en: parts.map(({ en }) => en).join(' '),
})

const openTotal: Label = {
  zh: '含已经失效的，与2021年版的“现行有效”不是同一口径，不能接成一条线。',
  en: 'It includes what is no longer in force, so it does not continue as “in force” of the 2021 form.',
}

/** Decisions of one kind in a year. */
const decisions = (zh: string, en: string): Label => ({
  zh: `报告年度内作出的${zh}处理决定件数。不是事项的种类数，也不是公示的条数；多少只说明办理的数量，不表示优劣。`,
  en: `${en} made in the year. Neither kinds of matters nor notices published; how many says how much there was to do, not how well it was done.`,
})

/** Items of one kind, as the 2019 form counts them. */
const items = (zh: string, en: string): Label => ({
  zh: `上一年的${zh}项目（事项种类）数量，不是决定的件数。只有2019年版有此项。`,
  en: `Kinds of ${en} there were in the previous year, not decisions. Only in the 2019 form.`,
})

const change = (zh: string, en: string): Label => ({
  zh: `${zh}项目数量在本年的增减，减少为负数。只有2019年版有此项。`,
  en: `By how many the kinds of ${en} changed in the year; negative where there are fewer. Only in the 2019 form.`,
})

/** What each figure of part 二 means. */
export const disclosureMeanings: Readonly<Record<DisclosureFigureId, Label>> = {
  regulations_made: joined(
    { zh: '报告年度内制定发布的规章件数。', en: 'Regulations made and issued in the year.' },
    regulation,
  ),
  regulations_repealed: joined(
    { zh: '报告年度内废止的规章件数。', en: 'Regulations repealed in the year.' },
    regulation,
  ),
  regulations_valid: joined(
    { zh: '年末仍然有效的规章件数。', en: 'Regulations in force at the end of the year.' },
    stock,
    regulation,
  ),
  norms_made: joined(
    {
      zh: '报告年度内制定发布的行政规范性文件件数。',
      en: 'Normative documents made and issued in the year.',
    },
    norm,
  ),
  norms_repealed: joined(
    {
      zh: '报告年度内废止的行政规范性文件件数。',
      en: 'Normative documents repealed in the year.',
    },
    norm,
  ),
  norms_valid: joined(
    {
      zh: '年末仍然有效的行政规范性文件件数。',
      en: 'Normative documents in force at the end of the year.',
    },
    stock,
    norm,
  ),
  licences_decided: decisions('行政许可', 'Licensing decisions'),
  penalties_decided: decisions('行政处罚', 'Penalty decisions'),
  coercion_decided: decisions('行政强制', 'Decisions on administrative coercion'),
  fees_collected_wan: {
    zh: '报告年度内收取的行政事业性收费金额，单位为万元，可有小数。与第六部分所说的信息处理费（单位为元）不是同一笔钱。',
    en: 'Administrative fees collected in the year, in 10,000 yuan, with decimals. Not the information fee of part 6, which is in yuan.',
  },
  regulations_opened: joined(
    {
      zh: '报告年度内新公开的规章件数。只有2019年版有此项。',
      en: 'Regulations newly disclosed in the year. Only in the 2019 form.',
    },
    regulation,
  ),
  regulations_open_total: joined(
    {
      zh: '历年来对外公开的规章总数。只有2019年版有此项。',
      en: 'Regulations ever disclosed. Only in the 2019 form.',
    },
    openTotal,
  ),
  norms_opened: joined(
    {
      zh: '报告年度内新公开的规范性文件件数。只有2019年版有此项。',
      en: 'Normative documents newly disclosed in the year. Only in the 2019 form.',
    },
    norm,
  ),
  norms_open_total: joined(
    {
      zh: '历年来对外公开的规范性文件总数。只有2019年版有此项。',
      en: 'Normative documents ever disclosed. Only in the 2019 form.',
    },
    openTotal,
  ),
  licence_items_prev: items('行政许可', 'licences'),
  licence_items_change: change('行政许可', 'licences'),
  service_items_prev: items('其他对外管理服务', 'other services to the public'),
  service_items_change: change('其他对外管理服务', 'other services to the public'),
  services_decided: joined(decisions('其他对外管理服务事项', 'Decisions on other services'), {
    zh: '只有2019年版有此项。',
    en: 'Only in the 2019 form.',
  }),
  penalty_items_prev: items('行政处罚', 'penalties'),
  penalty_items_change: change('行政处罚', 'penalties'),
  coercion_items_prev: items('行政强制', 'coercion'),
  coercion_items_change: change('行政强制', 'coercion'),
  fee_items_prev: joined(items('行政事业性收费', 'fees'), {
    zh: '是项目个数，不是金额，与2021年版的收费金额不能接续。',
    en: 'A number of kinds and no money: it does not continue as the amount of the 2021 form.',
  }),
  fee_items_change: change('行政事业性收费', 'fees'),
  procurement_items: {
    zh: '报告年度内政府集中采购的项目数量。只有2019年版有此项。',
    en: 'Projects of central government procurement in the year. Only in the 2019 form.',
  },
  procurement_amount: {
    zh: '报告年度内政府集中采购的总金额。表格没有规定单位，有的机关填元，有的填万元：单位以原文为准，不画图、不合计、不排序。只有2019年版有此项。',
    en: 'Amount of central government procurement in the year. The form sets no unit, and bureaus differ: as printed, never charted, summed or ranked. Only in the 2019 form.',
  },
}
