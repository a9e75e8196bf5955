import type { Context } from 'hono'
import { raw } from 'hono/html'
import { day } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import { fresh } from '../answer/caching.ts'
import { selectBureaus } from '../db/bureaus.ts'
import { type Release, selectReleases } from '../db/releases.ts'
import { textOf } from '../document.ts'
import type { Env } from '../env.ts'
import { releaseFiles, releasesWithFiles } from '../files/release-files.ts'
import { page } from './layout.tsx'
import { type View, creditOf, href, viewOf } from './view.ts'
import { WholeSet, filesOf } from './whole-set.tsx'

/** So many releases are listed; the API has them all. */
const mostListed = 12

/** Stands in examples where no bureau is there yet. */
const someBureau = '410307-0001'

/** Downloads of the whole set, by release; formats, licence, how to cite, what is in it. */
export async function data(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  // A set is finished without a change of the data that tags are made of.
  c.header('cache-control', fresh)
  const { lang, release } = view
  const [releases, { bureaus }, sets] = await Promise.all([
    selectReleases(c.var.db, mostListed),
    selectBureaus(c.var.db, { madeUp: false, limit: 1 }),
    finishedSets(c.env),
  ])
  const shown = release ?? releases.find(({ name }) => name === sets[0])
  const files = shown && (await filesOf(c.env, shown.name))
  const written = await textOf(c, `data.${lang}.html`, bureaus[0]?.id ?? someBureau)
  return page(
    c,
    view,
    {
      title: t(lang, 'data_title'),
      description: t(lang, 'data_description'),
      crumbs: [['/', t(lang, 'home')]],
    },
    <>
      <h1>{t(lang, 'data_title')}</h1>
      <p class="lead">{t(lang, 'data_lead')}</p>
      <h2 id="set">{t(lang, 'data_set')}</h2>
      {shown && files ? (
        <WholeSet view={view} release={shown} files={files} />
      ) : (
        <NoSet view={view} any={releases.length > 0} newest={sets[0]} />
      )}
      {releases.length > 0 && <Releases view={view} releases={releases} sets={sets} />}
      {raw(written)}
      <Cite view={view} />
      <h2 id="licence">{t(lang, 'about_licence')}</h2>
      <p class="text">{view.licence || t(lang, 'licence_default')}</p>
    </>,
  )
}

/** Why there is nothing to download, and what there is instead. */
const NoSet = ({
  view: { lang, release },
  any,
  newest,
}: {
  view: View
  any: boolean
  newest: string | undefined
}) => (
  <p class="text">
    {release
      ? t(lang, 'data_no_set', { release: release.name })
      : t(lang, any ? 'data_no_sets' : 'data_no_release')}{' '}
    {release && newest !== undefined && (
      <a href={href(lang, '/data', { v: newest })}>
        {t(lang, 'data_newest_set', { release: newest })}
      </a>
    )}
  </p>
)

/** Names of the newest releases whose set is finished, the newest first. */
async function finishedSets(env: Env['Bindings']): Promise<string[]> {
  const names = (await releasesWithFiles(env)).slice(0, mostListed)
  const done = await Promise.all(names.map(async (name) => releaseFiles(env, name)?.isFinished()))
  return names.filter((_, i) => done[i])
}

interface Props {
  readonly view: View
  readonly releases: readonly Release[]
  readonly sets: readonly string[]
}

const Releases = ({ view: { lang }, releases, sets }: Props) => (
  <>
    <h2 id="releases">{t(lang, 'data_releases')}</h2>
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{t(lang, 'data_release')}</th>
          <th scope="col">{t(lang, 'data_cut')}</th>
          <th scope="col">{t(lang, 'data_set_column')}</th>
          <th scope="col">{t(lang, 'data_changes')}</th>
        </tr>
      </thead>
      <tbody>
        {releases.map(({ name, at }) => (
          <tr>
            <th scope="row">
              <a href={href(lang, '/', { v: name })}>{name}</a>
            </th>
            <td>{day(at)}</td>
            <td>
              {sets.includes(name) ? (
                <a href={`${href(lang, '/data', { v: name })}#set`}>{t(lang, 'data_set_link')}</a>
              ) : (
                '—'
              )}
            </td>
            <td>
              <a href={`/api/v1/releases/${name}/changes`}>{t(lang, 'data_changes_link')}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p>
      <a href="/api/v1/releases.csv">{t(lang, 'data_older')} (CSV)</a>
    </p>
  </>
)

/** By the release of the page, or the newest one; in the order of GB/T 7714—2015. */
function Cite({ view }: { view: View }) {
  const { lang, release, version, origin } = view
  const v = release?.name ?? version?.newest ?? undefined
  const { data: dataVersion, at } = creditOf(view)
  const edition =
    v === undefined
      ? t(lang, 'cite_data', { version: dataVersion })
      : t(lang, 'cite_release', { release: v })
  return (
    <>
      <h2 id="cite">{t(lang, 'data_cite')}</h2>
      <p class="text cited">
        {t(lang, 'data_cited', {
          edition,
          date: at === null ? '' : `(${day(at)})`,
          address: origin + href(lang, '/data', { v }),
        })}
      </p>
      <p class="text soft">{t(lang, 'data_cite_help')}</p>
    </>
  )
}
