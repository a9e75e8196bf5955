import * as v from 'valibot'

/** What a schema has against values that people typed, one item each, as `year: …`. */
export const complaints = (issues: readonly v.BaseIssue<unknown>[]): string[] =>
  issues.map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(': '))
