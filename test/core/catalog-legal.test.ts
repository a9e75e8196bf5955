import { expect, test } from 'vitest'
import { type FigureId, figures } from '#core/catalog/index.ts'
import { legalBasis } from '#core/catalog/legal.ts'

test.for<[FigureId, string, string, string]>([
  ['norms_valid', '第二十条第（一）项', 'Article 20 (1)', 'form'],
  ['licence_items_prev', '第二十条第（五）项', 'Article 20 (5)', 'form'],
  ['fees_collected_wan', '第二十条第（八）项', 'Article 20 (8)', 'form'],
  ['outcome_partial.org_other', '第三十七条', 'Article 37', 'background'],
  [
    'outcome_unable_not_held.total',
    '第三十六条第（四）（五）项',
    'Article 36 (4) (5)',
    'background',
  ],
  [
    'outcome_refused_confirm_reissue.total',
    '实践做法，无专门条款',
    'Practice, no article of its own',
    'practice',
  ],
  ['requests_carried_out.total', '第五十条第（二）项', 'Article 50 (2)', 'background'],
  ['suit_direct_total', '第五十条第（三）项、第五十一条', 'Articles 50 (3), 51', 'background'],
])('%s rests on %s', ([id, zh, en, known]) => {
  expect(legalBasis(id)).toEqual({ zh, en, known })
})

test('every figure has one, and what is not printed in the form says so', () => {
  for (const { id, table } of figures) {
    const { zh, en, known } = legalBasis(id)
    expect([zh === '', en === '', known === 'form']).toEqual([false, false, table === 'disclosure'])
  }
})
