import * as v from 'valibot'
import { Bureau, Label, Meta, Named, State, count, orNull, text, year } from '../shared.ts'

const term = v.strictObject({
  bureau: text,
  year,
  figure: Named,
  sign: v.picklist([1, -1]),
  value: orNull(v.number()),
  state: State,
  raw: orNull(text),
  row: text,
  column: text,
})

/** Both sides of an identity, cell by cell, and the reports that they are printed in. */
export const proof = v.strictObject({
  meta: Meta,
  bureau: Bureau,
  year,
  id: text,
  rule: Named,
  about: Label,
  basis: v.picklist(['form', 'previous']),
  equation: text,
  outcome: v.picklist(['pass', 'fail', 'pass_if_blank_is_zero', 'not_assessable']),
  left: v.array(term),
  right: v.array(term),
  left_value: v.number(),
  right_value: v.number(),
  difference: v.number(),
  missing: v.array(text),
  dismissed: v.boolean(),
  accepted: orNull(text),
  sources: v.array(
    v.strictObject({
      bureau: text,
      year,
      revision: count,
      published_in: count,
      address: orNull(text),
      file_name: text,
      file_sha256: text,
      retrieved_at: text,
      published_on: orNull(text),
    }),
  ),
})
