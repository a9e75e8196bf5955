import type { NewBureau } from '#core/roster/bureau.ts'
import { madePlaces } from '../scale/places.ts'
import { type MadeReport, madeReport } from '../scale/report.ts'
import { digestOf, documentOf } from '../scale/revision.ts'

/** A report as it is to be public: what was made up for one year, stated of another where it is a correction. */
export interface Version {
  readonly bureau: NewBureau
  readonly year: number
  readonly madeFor: number
}

/** One thing that somebody does. `batch`: in one request; `withdrawal`: of what is public. */
export interface Step {
  readonly kind: 'batch' | 'single' | 'withdrawal'
  readonly versions: readonly Version[]
}

const years = [2023, 2024] as const
const perRequest = 25

/**
 * How so many reports become public, each bureau's on two years: in batches and one by one, with corrections of earlier
 * ones, some of them among new reports, and withdrawals.
 */
export function story(bureaus: readonly NewBureau[], reports: number): Step[] {
  const all = bureaus
    .flatMap((bureau) => years.map((year): Version => ({ bureau, year, madeFor: year })))
    .slice(0, reports)
  const blocks = Array.from({ length: Math.ceil(all.length / perRequest) }, (_, i) =>
    all.slice(i * perRequest, (i + 1) * perRequest),
  )
  return blocks.flatMap((block, i) => [
    batch(block.slice(0, 22), blocks[i - 1]?.slice(0, 3)),
    ...block.slice(22).map(single),
    ...block.slice(3, 4).map(corrected).map(single),
    ...block.slice(4, 6).map(withdrawal),
    ...block.slice(5, 6).map(corrected).map(single),
  ])
}

const batch = (fresh: readonly Version[], earlier: readonly Version[] = []): Step => ({
  kind: 'batch',
  versions: [...fresh, ...earlier.map(corrected)],
})
const single = (version: Version): Step => ({ kind: 'single', versions: [version] })
const withdrawal = (version: Version): Step => ({ kind: 'withdrawal', versions: [version] })

/** In another edition of the form: what was made for 2020 and before follows that of 2019. */
const corrected = (version: Version): Version => ({ ...version, madeFor: version.year - 4 })

const documentFor = ({ bureau, year, madeFor }: Version) => ({
  ...documentOf(bureau, year),
  fileHash: documentOf(bureau, madeFor).fileHash,
})

const made = ({ bureau, madeFor }: Version): MadeReport => madeReport(bureau, madeFor)

/** As the API takes it, with a reason for whatever needs one. */
export function bodyOf(version: Version) {
  const { fileName, fileHash, source, publishedOn } = documentFor(version)
  const { tables, cells, excerpt } = made(version)
  return {
    bureau: { id: version.bureau.id },
    year: version.year,
    file: { name: fileName, sha256: fileHash },
    source,
    published_on: publishedOn,
    excerpt,
    tables,
    cells,
    places: madePlaces(cells, tables),
    accepted: '照原文刊载',
    reason: '原机关更正了报告中的数字',
  }
}

/** What the API knows this content by. */
export const digestFor = (version: Version): string => digestOf(documentFor(version), made(version))

/** What is public after these steps: `410307-0001/2024` and the digest of its revision. */
export function standing(steps: readonly Step[]): Map<string, string> {
  const all = new Map<string, string>()
  for (const { kind, versions } of steps)
    for (const version of versions) {
      const report = `${version.bureau.id}/${version.year}`
      if (kind === 'withdrawal') all.delete(report)
      else all.set(report, digestFor(version))
    }
  return all
}
