import type { Section } from './prose.ts'

/** What a reader should know before trusting a figure, in the order of the questions that come up. */
export const aboutSections: readonly Section[] = [
  {
    id: 'what',
    title: { zh: '这是什么', en: 'What this is' },
    paragraphs: [
      {
        zh: '依照《政府信息公开条例》，行政机关每年一至三月公布上一年的政府信息公开工作年度报告，其中的统计表格式由国务院办公厅统一规定。年图把这些表逐格读成数字，按机关和年份画图，每个数字都附来源、状态和版本。',
        en: "By regulation, every Chinese public body publishes an annual report on information disclosure between January and March, with tables laid down by the State Council's General Office. Niantu reads those tables cell by cell, charts them by bureau and year, and gives each figure its source, its state and its version.",
      },
      {
        zh: '数字属于公布报告的机关；年图只读取、核对和画图，不评价。处罚多或少、申请多或少，本身都不表示好坏。',
        en: 'The figures are those of the bureaus that publish them; Niantu reads, checks and draws, and does not judge. More penalties or fewer, more requests or fewer, are neither good nor bad in themselves.',
      },
    ],
  },
  {
    id: 'reading',
    title: { zh: '怎样读', en: 'How a report is read' },
    paragraphs: [
      {
        zh: '程序按法定表格的行和列，在网页、Word、PDF、Excel、OFD 等文件中找到每一格，记下它在原文中的位置。读出的数字与原文所印的一致：不推算，不补全，不更正。',
        en: 'A program finds every cell of the statutory form, by its row and its column, in web pages, Word, PDF, Excel and OFD files, and keeps where in the document it stands. A figure is what is printed: nothing is derived, filled in or put right.',
      },
      {
        zh: '不能确认的内容标为[未能确认](#state.unread)，也不猜测。空白、不适用、未收录和 0 是不同的情形，从不互相代替；原文没有印 0 的地方，年图不会出现 0。',
        en: 'What is not certain is marked [not certain](#state.unread) and never guessed. Blank, not applicable, not held and 0 are different things and never stand in for one another: there is no 0 here where the document has none.',
      },
      {
        zh: '每份报告保留来源网址、取得时间和文件的 SHA-256，报告页列出这些内容；文件若有变动，校验值就会不同。',
        en: 'Of every report the address, the time of retrieval and the SHA-256 of the document are kept, and its page shows them; a document that was changed has another hash.',
      },
    ],
  },
  {
    id: 'checking',
    title: { zh: '怎样核对', en: 'How it is checked' },
    paragraphs: [
      {
        zh: '表内的合计、表间的平衡、上年结转与上一年报告的结转下年度、正文所说与表中所列，逐条核对。见[核对规则](#rules)。',
        en: 'Every sum inside a table, every balance between rows, what one year carries over into the next, and what the text says against what the table has: each is checked. See the [list of rules](#rules).',
      },
      {
        zh: '不成立的，数字仍照原文刊载，旁边写明两边的数和差额，点开可见[算式](#disputed)。原报告可能有误，也可能另有原因：核对发现不等于认定机关填报错误。全部见[核对发现](/api/v1/findings.csv)。',
        en: 'Where one does not hold, the figures stand as printed, with both sides and the difference beside them; a click shows [the reckoning](#disputed). The report may be wrong or there may be a reason: a finding is no judgement on the bureau. There is a [list of all findings](/api/v1/findings.csv).',
      },
      {
        zh: '次年报告所载的上年结转与当年报告的结转下年度不同时，两个数都保留，见[前后不一](/api/v1/restatements.csv)。',
        en: 'Where the next report carries in another number than the year itself carried out, both are kept: see [restatements](/api/v1/restatements.csv).',
      },
    ],
  },
  {
    id: 'form',
    title: { zh: '法定表格', en: 'The statutory form' },
    paragraphs: [
      {
        zh: '表格有三张：[主动公开](#table.disclosure)（规章、规范性文件、许可、处罚、强制、收费）、[依申请公开](#table.requests)（申请与办理结果，按申请人分列）、[复议和诉讼](#table.reviews)。全部指标见[指标](/f)。',
        en: 'It has three tables: [disclosure](#table.disclosure) (regulations, documents, licences, penalties, coercion, fees), [requests](#table.requests) (what was asked for and how it ended, by applicant), and [reviews and lawsuits](#table.reviews). All of its cells are under [Figures](/f).',
      },
      {
        zh: '表格有两版。2019版依国办公开办函〔2019〕60号，2021版依国办公开办函〔2021〕30号；用哪一版按表判断，不按年份推断，因为有的机关多年沿用旧表。空表与交换格式：2019版 [JSON Schema](/schema/2019.json)、[CSV](/schema/2019.csv)、[XLSX](/schema/2019.xlsx)，2021版 [JSON Schema](/schema/2021.json)、[CSV](/schema/2021.csv)、[XLSX](/schema/2021.xlsx)。',
        en: 'There are two editions, of 2019 (No. 60) and of 2021 (No. 30). Which one a table follows is told from the table and not from the year: some bureaus kept the old form for years. Empty sheets and the exchange format: 2019 as [JSON Schema](/schema/2019.json), [CSV](/schema/2019.csv) and [XLSX](/schema/2019.xlsx); 2021 as [JSON Schema](/schema/2021.json), [CSV](/schema/2021.csv) and [XLSX](/schema/2021.xlsx).',
      },
      {
        zh: '行政许可、行政处罚、行政强制的处理决定数量和申请数量两版口径相同，连成一条线，换版处画虚线。含义不同的项目不相连：如2019版的对外公开总数量含已失效的文件，2021版的现行有效件数不含。逐项对照见[两版对照表](/api/v1/crosswalk.csv)。',
        en: 'Decisions on licences, penalties and coercion, and numbers of requests, mean the same in both: one line, with a dashed rule where the form changes. Items whose meaning differs are never joined: what was ever disclosed (2019) includes what was repealed, what is in force (2021) does not. Line by line: the [crosswalk](/api/v1/crosswalk.csv).',
      },
    ],
  },
  {
    id: 'comparing',
    title: { zh: '什么不能比', en: 'What does not compare' },
    paragraphs: [
      {
        zh: '本机关与全区域：地方政府的报告通常汇总所属各部门，标为[全区域](#scope.area)；部门和乡镇只报自己。两类数字从不相加，也不放在一起排序。',
        en: 'Own bureaus and whole areas: a local government usually sums its departments and is marked [whole area](#scope.area); bureaus and townships report themselves. The two are never added and never ranked together.',
      },
      {
        zh: '层级与系统：县级市场监管局与省级市场监管局、与教育局做的事不同，只在[同类机关](#peer_group)之间比较。',
        en: 'Levels and sectors: a county bureau for markets does other work than that of the province, or than one for education. Only [peers](#peer_group) are compared.',
      },
      {
        zh: '两版表式中含义不同的项目；现行有效的存量（不能跨机关相加）；[摘录](#excerpt)的报告；[件数过少](#too_few)的比率；单位未定的采购金额（不画图、不合计）。',
        en: 'Items that the two editions count differently; what is in force at a date (never added up over bureaus); reports of which only an [excerpt](#excerpt) is at hand; rates made of [too few](#too_few) cases; amounts of procurement, whose unit the form leaves open (neither drawn nor summed).',
      },
      {
        zh: '年图没有总分，也没有排行榜。名次只在同类之间、以范围给出（如4–11，共40个），数值相同则名次相同；1 是最大的数值，不表示最好。',
        en: 'There is no score and no league table. A rank is given among peers only, as a range (4–11 of 40, say), the same for the same value; 1 is the largest value and not the best.',
      },
      {
        zh: '机关更名、合并、拆分后，图上标出日期；合并前各机关的数字可以连起来看，拆分不把旧数字分开。',
        en: 'Where a bureau was renamed, merged or split, charts mark the day. Figures from before a merger may be joined; a split never divides old figures.',
      },
    ],
  },
  {
    id: 'unheld',
    title: { zh: '未收录是什么意思', en: 'What "not held" means' },
    paragraphs: [
      {
        zh: '[未收录](#not_held)只说明本站没有这份报告或这一格，不说明机关没有公开。图上以空心标记留空，不连线，不作 0。',
        en: '[Not held](#not_held) only means that this collection lacks the report or the cell, not that the bureau failed to publish it. Charts leave a gap with a hollow mark there: no line, no 0.',
      },
      {
        zh: '合计都注明收录了几个机关的报告；有名录的地区还列出缺哪些机关。缺了报告的合计写作“至少”。',
        en: 'Every sum says how many reports it is made of and, where there is a roster, whose are missing. A sum that lacks reports is "at least".',
      },
    ],
  },
  {
    id: 'deadlines',
    title: { zh: '什么时候该公布', en: 'When reports are due' },
    paragraphs: [
      {
        zh: '《政府信息公开条例》第四十九条：县级以上人民政府部门在每年1月31日前公布上一年度的报告，县级以上地方人民政府的报告在3月31日前由其政府信息公开工作主管部门公布。第五十条规定报告的内容。条文以原文为准。',
        en: 'Article 49 of the Regulations on Government Information Disclosure: departments of governments at county level and above publish the report on the year before by 31 January; those of local governments are published by 31 March. Article 50 says what is in them. The Chinese text is what counts.',
      },
      {
        zh: '年图不凭收录时间判断迟早：收到得晚，不等于公布得晚。',
        en: 'Niantu does not tell lateness from its own dates: what came here late may well have been published in time.',
      },
    ],
  },
  {
    id: 'versions',
    title: { zh: '版本与永久链接', en: 'Versions and permanent links' },
    paragraphs: [
      {
        zh: '每发布或更正一份报告，[数据版本](#data_version)加一；更正不覆盖原来的数字，旧的一份仍可查看。整个数据集不时定版为[发布版](#release)，如 2026.3.0。',
        en: 'With each report that is published or amended the [data version](#data_version) grows by one; an amendment overwrites nothing, the earlier state can still be read. From time to time the whole is fixed as a [release](#release), such as 2026.3.0.',
      },
      {
        zh: '地址末尾加 `?v=2026.3.0` 之类即固定在那一版，数字不再改变，适合引用；页面会说明是否已有新版。下载见[数据](/data)。',
        en: 'An address with `?v=2026.3.0` or the like stays with that release: its figures never change, and can be cited; the page says whether there is a newer one. Downloads are under [Data](/data).',
      },
    ],
  },
  {
    id: 'corrections',
    title: { zh: '发现有误怎么办', en: 'If something is wrong' },
    paragraphs: [
      {
        zh: '先点开数字，与原报告对照。年图与原报告不一致，是年图的错：请把页面地址告诉本站的管理者，更正后会注明原因。',
        en: 'Follow the figure and hold it against the report. If Niantu has another number than the report, the mistake is ours: please send the address of the page to whoever runs this site. A correction says why it was made.',
      },
      {
        zh: '原报告本身有误，请向公布它的机关反映：报告页写有机关和来源网址。机关更正并重新公布后，年图收录新的一份，旧的一份仍可查看。',
        en: 'If the report itself is wrong, please tell the bureau that published it: the page of the report names it, with the address. Once it publishes a corrected one, that is taken in, and the earlier one can still be read.',
      },
    ],
  },
  {
    id: 'made-up',
    title: { zh: '虚构示例', en: 'Made-up examples' },
    paragraphs: [
      {
        zh: '编号以 00 开头的地区和机关并不存在，数字由程序生成，用来试看各种情形。处处标有“虚构示例”，从不与真实机关一起计数、合计或排序。',
        en: 'Places and bureaus whose ids begin with 00 do not exist; their figures are generated, to show every case. They are marked everywhere, and never counted, summed or ranked with real bureaus.',
      },
    ],
  },
  {
    id: 'privacy',
    title: { zh: '隐私', en: 'Privacy' },
    paragraphs: [
      {
        zh: '本站不用 cookie，不装统计代码，页面不向其他网站请求任何东西。为限速，访问者的地址在内存中计数一分钟，不保存。承载本站的平台可能按其规定保留访问记录。',
        en: 'This site sets no cookie and carries no analytics, and its pages ask no other host for anything. To limit requests, addresses are counted in memory for a minute and not kept. The platform that it runs on may keep logs of its own.',
      },
      {
        zh: '收录的是统计表中的数字，不收录申请人的任何信息；报告的正文不再发布。',
        en: 'What is held are the figures of statistical tables, and nothing about applicants; the text of reports is not published here.',
      },
    ],
  },
]
