import type { Lang } from '#core/text/lang.ts'
import { day, exact } from '#core/text/number.ts'
import { type Word, t } from '#core/text/words.ts'
import type { Env } from '../env.ts'
import { type ReleaseFile, manifestPath, releaseFiles } from '../files/release-files.ts'
import type { View } from './view.ts'

/** A whole set of more files is not listed file by file. */
const mostFiles = 1000

/** The files of a release, as its manifest has them; undefined where they were not made. */
export async function filesOf(
  env: Env['Bindings'],
  release: string,
): Promise<readonly ReleaseFile[] | undefined> {
  const body = await releaseFiles(env, release)?.open(manifestPath)
  if (!body) return undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this Worker when the set was finished
  const manifest = (await new Response(body).json()) as { readonly files: readonly ReleaseFile[] }
  return manifest.files
}

/** What stands on its own in a set, beside the files of each year. */
const named: readonly (readonly [path: string, what: Word])[] = [
  ['README.md', 'file_readme'],
  ['bureaus.csv', 'file_bureaus'],
  ['figures.csv', 'file_figures'],
  ['datapackage.json', 'file_package'],
  ['SHA256SUMS', 'file_sums'],
  ['LICENCE.txt', 'file_licence'],
]

interface Props {
  readonly view: View
  readonly release: { readonly name: string; readonly at: string }
  readonly files: readonly ReleaseFile[]
}

/** The downloads of one release: what explains them, then those of each year. */
export function WholeSet({ view: { lang }, release: { name, at }, files }: Props) {
  const years = Map.groupBy(files, ({ path }) => /^\d{4}(?=\/)/.exec(path)?.[0] ?? '')
  years.delete('')
  return (
    <>
      <p class="text">
        {t(lang, 'data_set_of', {
          release: name,
          date: day(at),
          files: exact(files.length),
          size: sizeOf(files),
        })}
      </p>
      <Named lang={lang} release={name} files={files} />
      {files.length <= mostFiles &&
        [...years].toReversed().map(([year, own]) => (
          <details>
            <summary>
              {t(lang, 'data_year', { year, files: exact(own.length), size: sizeOf(own) })}
            </summary>
            <ul class="files">
              {own.map((file) => (
                <li>
                  <a href={addressOf(name, file.path)}>{file.path.slice(year.length + 1)}</a>{' '}
                  {sizeOf([file])}
                </li>
              ))}
            </ul>
          </details>
        ))}
      <p class="actions">
        <a href={`/api/v1/releases/${name}/manifest.json`}>{t(lang, 'data_manifest')} (JSON)</a>
      </p>
    </>
  )
}

const Named = ({
  lang,
  release,
  files,
}: {
  lang: Lang
  release: string
  files: readonly ReleaseFile[]
}) => (
  <table class="stack">
    <thead>
      <tr>
        <th scope="col">{t(lang, 'data_file')}</th>
        <th scope="col">{t(lang, 'data_within')}</th>
        <th scope="col" class="num">
          {t(lang, 'data_size')}
        </th>
      </tr>
    </thead>
    <tbody>
      {named.map(([path, what]) => {
        const file = files.find((one) => one.path === path)
        return file ? (
          <tr>
            <th scope="row">
              <a href={addressOf(release, path)}>{path}</a>
            </th>
            <td>{t(lang, what)}</td>
            <td class="num">{sizeOf([file])}</td>
          </tr>
        ) : (
          ''
        )
      })}
    </tbody>
  </table>
)

const addressOf = (release: string, path: string): string => `/data/${release}/${path}`

/** `1,234 B`, `12.3 kB`, `4.5 MB`, by thousands. */
function sizeOf(files: readonly ReleaseFile[]): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const [step, unit] = steps.find(([from]) => bytes >= from) ?? [1, 'B']
  return `${exact(Number((bytes / step).toPrecision(3)))} ${unit}`
}

const steps = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const
