import type { Label } from '#core/catalog/table.ts'

/** The page that explains what all this is. */
export const noticeWords = {
  about_title: { zh: '关于年图', en: 'About Niantu' },
  about_what: { zh: '这是什么', en: 'What this is' },
  about_what_text: {
    zh: '依照《政府信息公开条例》，行政机关每年一至三月公布上一年的政府信息公开工作年度报告，其中的统计表格式由国务院办公厅统一规定。年图把这些表读成数字，按机关和年份画图，并附上来源。',
    en: "By regulation, every Chinese public body publishes an annual report on information disclosure between January and March, with tables laid down by the State Council's General Office. Niantu reads those tables into figures and charts them by bureau and year, with their sources.",
  },
  about_method: { zh: '怎样读、怎样核对', en: 'How figures are read and checked' },
  about_method_text: {
    zh: '不能确认的内容宁可标为“未能确认”，也不猜测；空白、不适用、未收录和0是不同的情形，从不互相代替，也不把缺失当作0。表内的合计关系逐条核对，不符的在报告页写明两边的数；数字照原文刊载，不作改动。',
    en: "What is not certain is marked so and never guessed. Blank, not applicable, not held and 0 are different things and never stand in for one another. Every sum that the form implies is checked; where one does not hold, the report's page shows both sides. Figures are published as printed.",
  },
  about_forms: { zh: '两版表式', en: 'Two editions of the form' },
  about_forms_text: {
    zh: '2019版（国办公开办函〔2019〕60号）与2021版（国办公开办函〔2021〕30号）。行政许可、行政处罚、行政强制的处理决定数量和申请数量两版口径相同，连成一条线，换版处画虚线；含义不同的项目不相连。',
    en: 'The editions of 2019 and 2021. Decisions on licences, penalties and coercion, and numbers of requests, mean the same in both: one line, with a dashed rule where the form changes. Items whose meaning differs are never joined.',
  },
  about_scope: { zh: '本机关与全区域', en: 'Own bureau and whole area' },
  about_scope_text: {
    zh: '地方政府的报告通常汇总所属各部门，标为“全区域”；部门和乡镇只报自己。两类数字从不相加，也不宜直接比较。',
    en: 'A local government\'s report usually sums its departments and is marked "whole area"; bureaus and townships report themselves. The two are never added and should not be compared directly.',
  },
  about_unheld: { zh: '“未收录”是什么意思', en: 'What "not held" means' },
  about_unheld_text: {
    zh: '未收录只说明本站没有这份报告或这一格，不说明机关没有公开。标“摘录”的报告，本站只有一部分。',
    en: 'It only means that this collection lacks the report or the cell, not that the bureau failed to publish it. Of reports marked "excerpt" only part is at hand.',
  },
  about_licence: { zh: '使用许可', en: 'Licence' },
} as const satisfies Record<string, Label>
