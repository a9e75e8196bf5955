import { isFigureId } from '#core/catalog/index.ts'
import { tableIds } from '#core/catalog/table.ts'
import { listPaths, setTableIds } from '#core/text/set/columns.ts'
import { csvwGroup, csvwPath, csvwSchema } from '#core/text/set/csvw.ts'
import { dataPackage, schemaPath, tableSchema } from '#core/text/set/data-package.ts'
import { readme } from '#core/text/set/readme.ts'
import {
  type SetReport,
  bureauRow,
  figureRows,
  observationRows,
  reportRow,
} from '#core/text/set/rows.ts'
import type { SetAbout, SetFile } from '#core/text/set/set.ts'
import type { Client } from './client.ts'
import { Failed } from './failed.ts'
import type { Progress } from './import-progress.ts'
import { type SetWriter, setWriter } from './release-writer.ts'

/** A release as the server names it. */
export interface Cut {
  readonly name: string
  /** When it was cut, UTC. */
  readonly at: string
}

/**
 * Makes the whole set of a release below a folder, which must be there and empty; answers its files. No more than a page
 * of reports is in memory. Throws as the client does.
 */
export async function makeSet(
  client: Client,
  cut: Cut,
  folder: string,
  progress: Pick<Progress, 'step'>,
): Promise<SetFile[]> {
  const writer = setWriter(folder)
  await writer.add(listPaths.figures, 'figures', figureRows())
  await writer.add(listPaths.bureaus, 'bureaus', [])
  const seen = { ...counter(), licence: '', source: '' }
  for await (const { meta, reports } of pagesOf(client, cut.name)) {
    seen.licence = meta.licence
    seen.source = meta.source
    await writePage(writer, reports, cut.name, seen)
    progress.step(reports.length, reports.at(-1)?.bureau.id ?? '')
  }
  await writer.end(() => true)
  const { licence, source, bureaus, reports, madeUp } = seen
  await describe(writer, {
    release: cut.name,
    at: cut.at,
    licence,
    source,
    bureaus,
    reports,
    madeUp,
  })
  return writer.files()
}

/** What has been written, and the bureau that comes last: reports of one bureau come one after the other. */
const counter = () => ({ bureaus: 0, reports: 0, madeUp: 0, last: '' })

interface ReportPage {
  readonly meta: { readonly licence: string; readonly source: string }
  readonly reports: readonly SetReport[]
}

/** All reports of a release, real ones first; each collection in the order of the ids of its bureaus. */
async function* pagesOf(client: Client, release: string): AsyncGenerator<ReportPage> {
  for (const collection of ['real', 'made-up'] as const)
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { v: release, collection, limit: '100', ...(cursor ? { cursor } : {}) }
      // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
      const page = await client.ask(({ reports }) => reports.index.$get({ query }))
      yield page
      cursor = page.next_cursor
    }
}

async function writePage(
  writer: SetWriter,
  reports: readonly SetReport[],
  release: string,
  seen: ReturnType<typeof counter>,
): Promise<void> {
  for (const report of reports) {
    const { id, made_up: isMadeUp } = report.bureau
    const province = provinceOf(id)
    if (seen.last !== '' && province !== provinceOf(seen.last))
      // oxlint-disable-next-line no-await-in-loop -- in order, as everything here
      await writer.end((path) => path.split('/')[1] === provinceOf(seen.last))
    // oxlint-disable-next-line no-await-in-loop
    if (id !== seen.last) await writer.add(listPaths.bureaus, 'bureaus', [bureauRow(report)])
    // oxlint-disable-next-line no-await-in-loop
    await writeReport(writer, report, release)
    seen.bureaus += Number(id !== seen.last)
    seen.reports++
    seen.madeUp += Number(isMadeUp)
    seen.last = id
  }
}

async function writeReport(writer: SetWriter, report: SetReport, release: string): Promise<void> {
  const { year } = report
  const unknown = Object.keys(report.figures).find((id) => !isFigureId(id))
  if (unknown !== undefined)
    throw new Failed(
      `${unknown}：本程序不认识这个指标，请先更新（this figure is unknown here: this program is older than the server, update it）`,
    )
  await writer.add(`${year}/reports.csv.gz`, 'reports', [reportRow(report, release)])
  for (const table of tableIds) {
    const rows = observationRows(report, table, release)
    const path = `${year}/${provinceOf(report.bureau.id)}/${table}.csv.gz`
    // oxlint-disable-next-line no-await-in-loop -- in order
    if (rows.length > 0) await writer.add(path, 'observations', rows)
  }
}

/** The province that an id begins with: it stays when its bureau is moved. */
const provinceOf = (id: string): string => `${id.slice(0, 2)}0000`

/** Writes what tells of the tables, and last the checksums of everything. */
async function describe(writer: SetWriter, about: SetAbout): Promise<void> {
  const tables = writer.files()
  await writer.write('LICENCE.txt', `${about.licence}\n`)
  await writer.write('README.md', readme(about))
  for (const table of setTableIds) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    await writer.write(schemaPath(table), `${tableSchema(table)}\n`)
    // oxlint-disable-next-line no-await-in-loop
    await writer.write(csvwPath(table), `${csvwSchema(table)}\n`)
  }
  await writer.write('csv-metadata.json', `${csvwGroup(about, tables)}\n`)
  await writer.write('datapackage.json', `${dataPackage(about, tables)}\n`)
  const sums = writer.files().map(({ path, sha256 }) => `${sha256}  ${path}\n`)
  await writer.write(sumsPath, sums.join(''))
}

/** As `sha256sum -c` reads it. */
export const sumsPath = 'SHA256SUMS'
