import type { Child } from 'hono/jsx'
import { day } from '#core/text/number.ts'
import { type Word, t } from '#core/text/words.ts'
import { type Change, openRevisions } from '../db/history.ts'
import type { Report } from '../db/reports.ts'
import type { View } from './view.ts'

interface Props {
  readonly view: View
  readonly report: Report
  /** Terms and descriptions that come before. */
  readonly children?: Child
}

/** Where a report comes from, and which state of it this is. */
export const Provenance = ({ view: { lang }, report, children }: Props) => (
  <dl class="pairs">
    {children}
    <dt>{t(lang, 'source_address')}</dt>
    <dd>
      {report.source === null ? (
        t(lang, 'source_unknown')
      ) : (
        <a href={report.source} rel="noopener nofollow" class="hash">
          {report.source}
        </a>
      )}
    </dd>
    <dt>{t(lang, 'published_on')}</dt>
    <dd>{report.publishedOn ?? t(lang, 'unknown_date')}</dd>
    <dt>{t(lang, 'file_hash')}</dt>
    <dd>
      <div>{report.fileName}</div>
      <span class="hash">{report.fileHash}</span>
    </dd>
    <dt>{t(lang, 'retrieved_on')}</dt>
    <dd>{day(report.retrievedAt)}</dd>
    <dt>{t(lang, 'revision')}</dt>
    <dd>
      {t(lang, 'revision_value', {
        number: report.revision,
        version: report.version,
        date: day(report.publishedAt),
      })}
    </dd>
  </dl>
)

const actions: Readonly<Record<Change['action'], Word>> = {
  publish: 'change_publish',
  amend: 'change_amend',
  replace: 'change_replace',
  withdraw: 'change_withdraw',
}

interface ChangesProps {
  readonly view: View
  /** Of the report in the API. */
  readonly address: string
  readonly history: readonly Change[]
}

/** What became of a report since it was first public, with the reasons; nothing where nothing did. */
export function Changes({ view: { lang }, address, history }: ChangesProps) {
  if (history.length < 2) return <></>
  const open = openRevisions(history)
  return (
    <>
      <h3>{t(lang, 'changes')}</h3>
      <ol>
        {history.map(({ action, revision, reason, at }) => (
          <li>
            {t(lang, actions[action], { number: revision, date: day(at) })}
            {reason === null ? '' : t(lang, 'change_reason', { reason })}{' '}
            {open.includes(revision) && action !== 'withdraw' ? (
              <a href={`${address}/revisions/${revision}`}>
                {t(lang, 'change_json', { number: revision })}
              </a>
            ) : (
              ''
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
