import { disclosure } from './disclosure.ts'
import { type FigureId, requestRowIds } from './index.ts'
import type { RequestRow } from './requests.ts'
import { type Label, editions } from './table.ts'

/** Where the 《政府信息公开条例》 (State Council Decree 711 of 2019) speaks of a figure. */
export interface LegalBasis extends Label {
  /**
   * `form`: printed in the form itself. `background`: from general knowledge of the law, not read again in the
   * original; `practice`: no article, but what offices do.
   */
  readonly known: 'form' | 'background' | 'practice'
}

const background = (zh: string, en: string): LegalBasis => ({ zh, en, known: 'background' })

const article = (zh: string, number: string): LegalBasis =>
  background(`第${zh}条`, `Article ${number}`)

/** Rows of part 三 that have an article of their own. */
const requestBases: Readonly<Partial<Record<RequestRow, LegalBasis>>> = {
  requests_new: background('第二十七条至第二十九条', 'Articles 27–29'),
  outcome_granted: background('第三十六条第（一）（二）项', 'Article 36 (1) (2)'),
  outcome_partial: article('三十七', '37'),
  outcome_denied_state_secret: article('十四', '14'),
  outcome_denied_law_prohibited: article('十四', '14'),
  outcome_denied_three_security_one_stability: article('十四', '14'),
  outcome_denied_third_party: background('第十五条、第三十二条', 'Articles 15, 32'),
  outcome_denied_internal_affairs: background('第十六条第一款', 'Article 16, paragraph 1'),
  outcome_denied_process_info: background('第十六条第二款', 'Article 16, paragraph 2'),
  outcome_denied_enforcement_file: background('第十六条第二款', 'Article 16, paragraph 2'),
  outcome_denied_admin_query: background('第三十六条第（七）项', 'Article 36 (7)'),
  outcome_unable_not_held: background('第三十六条第（四）（五）项', 'Article 36 (4) (5)'),
  outcome_unable_needs_creation: article('三十八', '38'),
  outcome_unable_unclear: article('三十', '30'),
  outcome_refused_petition: background('第三十九条第一款', 'Article 39, paragraph 1'),
  outcome_refused_duplicate: background('第三十六条第（六）项', 'Article 36 (6)'),
  outcome_refused_publication: background('第三十九条第二款', 'Article 39, paragraph 2'),
  outcome_refused_mass_repeat: article('三十五', '35'),
  outcome_refused_confirm_reissue: {
    zh: '实践做法，无专门条款',
    en: 'Practice, no article of its own',
    known: 'practice',
  },
  outcome_other_overdue_correction: article('三十', '30'),
  outcome_other_overdue_fee: background(
    '第四十二条、《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
    'Article 42 and the Measures on the information fee',
  ),
}

/** What the annual report has to contain: rows that no other article speaks of rest on it. */
const reported = background('第五十条第（二）项', 'Article 50 (2)')
const disputed = background('第五十条第（三）项、第五十一条', 'Articles 50 (3), 51')

const disclosureBases: ReadonlyMap<string, LegalBasis> = new Map(
  editions.flatMap((edition) =>
    disclosure.blocks[edition].flatMap(({ clause, rows }) =>
      rows.flatMap(({ figures }) =>
        figures.map((id) => [id, { ...clause, known: 'form' }] as const),
      ),
    ),
  ),
)

/** The article that a figure rests on. */
export function legalBasis(id: FigureId): LegalBasis {
  const row = requestRowIds.find((one) => id.startsWith(`${one}.`))
  if (row !== undefined) return requestBases[row] ?? reported
  return disclosureBases.get(id) ?? disputed
}
