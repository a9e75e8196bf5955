import * as v from 'valibot'
import type { Operation } from '../operation.ts'
import { BureauName, Meta, State, count, orNull, text, year } from '../shared.ts'
import { ChangesQuery as LedgerQuery } from '../../routes/changes.ts'
import { ChangesQuery, ReleaseParam, ReleasesQuery, WithdrawnQuery } from '../../routes/releases.ts'

const Release = v.strictObject({ name: text, at: text, data_version: count })
const Cell = orNull(v.strictObject({ value: orNull(v.number()), state: State }))

export const releaseOperations: readonly Operation[] = [
  {
    path: '/api/v1/changes',
    title: { zh: '公开内容的每次变更', en: 'Every change of what is public' },
    about: {
      zh: '每份报告的公布、更正、替换、撤回及理由。不带 since 新的在前；带 since 从那时起旧的在前，便于增量更新。只有现在的，不能带 v。',
      en: 'Each report published, amended, replaced or withdrawn, with the reason. Newest first; with since from there on, oldest first, to keep a copy up to date. Of now only: not with v.',
    },
    query: LedgerQuery,
    answer: v.strictObject({
      meta: Meta,
      query: v.strictObject({
        since: orNull(count),
        order: v.picklist(['newest_first', 'oldest_first']),
      }),
      changes: v.array(
        v.strictObject({
          data_version: count,
          at: text,
          action: v.picklist(['publish', 'amend', 'replace', 'withdraw']),
          bureau: BureauName,
          year,
          revision: count,
          reason: orNull(text),
        }),
      ),
      next_cursor: orNull(text),
    }),
    examples: [
      '/api/v1/changes?limit=5',
      '/api/v1/changes?since=10&limit=5',
      '/api/v1/changes?since=2026-01-31',
    ],
    table: true,
    paged: true,
  },
  {
    path: '/api/v1/releases',
    title: { zh: '各个版本', en: 'Releases' },
    about: {
      zh: '版本是全部数据在某一时刻的样子，永不改变；新的在前。',
      en: 'A release is the whole collection at one moment, which never changes. Newest first.',
    },
    query: ReleasesQuery,
    answer: v.strictObject({
      meta: Meta,
      releases: v.array(Release),
      next_cursor: orNull(text),
    }),
    examples: ['/api/v1/releases'],
    table: true,
    paged: true,
  },
  {
    path: '/api/v1/releases/{release}',
    title: { zh: '一个版本及其后撤回的报告', en: 'One release, and what was withdrawn since' },
    params: ReleaseParam,
    query: WithdrawnQuery,
    answer: v.strictObject({
      meta: Meta,
      release: v.strictObject({
        ...Release.entries,
        status: v.picklist(['newest', 'superseded']),
        before: orNull(Release),
        superseded_by: orNull(Release),
        newest: Release,
      }),
      withdrawn: v.array(
        v.strictObject({ bureau: text, year, revision: count, reason: text, at: text }),
      ),
      next_cursor: orNull(text),
    }),
    examples: ['/api/v1/releases/RELEASE'],
    paged: true,
  },
  {
    path: '/api/v1/releases/{release}/changes',
    title: { zh: '两个版本之间的变化', en: 'What differs between two releases' },
    about: {
      zh: '较早的版本加上这些变化，恰为较晚的版本。',
      en: 'The earlier release with these changes is exactly the later one.',
    },
    params: ReleaseParam,
    query: ChangesQuery,
    answer: v.strictObject({
      meta: Meta,
      from: orNull(Release),
      to: Release,
      reports: v.array(
        v.strictObject({
          bureau: text,
          year,
          revision: v.strictObject({ before: orNull(count), after: orNull(count) }),
          reason: orNull(text),
          changes: v.array(
            v.strictObject({
              figure: text,
              change: v.picklist(['added', 'changed', 'removed']),
              before: Cell,
              after: Cell,
            }),
          ),
        }),
      ),
      next_cursor: orNull(text),
    }),
    examples: ['/api/v1/releases/RELEASE/changes'],
    paged: true,
  },
]
