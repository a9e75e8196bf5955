import { type Assessment, verdictless } from '#core/check/assessment.ts'
import { fingerprint, printed } from '#core/check/fingerprint.ts'
import { type Cells, valueOf } from '../reading.ts'
import type { Claim } from './claim.ts'

const spoken = /处理费|收费通知|收取.{0,12}费|费用/

/**
 * The information fee: part 六 has to say something about it, and what it says must not contradict part 三. `text`: the
 * text of part 六; null where the document has none to go by.
 */
export const feeFindings = (
  text: string | null,
  claims: readonly Claim[],
  cells: Cells,
): Assessment[] => [...stated(text, claims), ...overdue(claims, cells)]

function stated(text: string | null, claims: readonly Claim[]): Assessment[] {
  if (text === null) return []
  const holds = spoken.test(text) || claims.some(({ about }) => about.startsWith('info_fee'))
  return [
    {
      ...verdictless('FEE', holds ? 'pass' : 'fail'),
      basis: 'document',
      detail: '六',
      fingerprint: fingerprint('FEE', ['六', String(holds)]),
    },
  ]
}

const overdueFee = 'outcome_other_overdue_fee.total'

/** Nobody can be late with a fee of which no notice was given. */
function overdue(claims: readonly Claim[], cells: Cells): Assessment[] {
  const notices = claims.find(({ about }) => about === 'info_fee_notices')
  const late = valueOf(cells, overdueFee)
  if (!notices || late === null) return []
  const { value, sentence, offset } = notices
  return [
    {
      ...verdictless('FEE', late > 0 && value === 0 ? 'fail' : 'pass'),
      basis: 'text',
      right: [overdueFee],
      leftSum: value,
      rightSum: late,
      difference: value - late,
      statement: { sentence, offset },
      detail: notices.about,
      fingerprint: fingerprint('FEE', [`notices ${value}`, printed(cells[overdueFee])]),
    },
  ]
}
