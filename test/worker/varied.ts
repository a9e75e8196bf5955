import { env } from 'cloudflare:test'
import { csvParseRows } from 'd3-dsv'
import { connect } from '#worker/db/client.ts'
import { cutRelease } from '#worker/db/releases.ts'
import { get, number, post, prepare, publish } from './collection.ts'

export const [bureau, other, area] = ['410307-0001', '410307-0002', '321300-0001']

const blank = { state: 'blank', raw: '' }
const whole = { disclosure: '2021', requests: '2021', reviews: 'any' }

/** Figures of every state, two forms, sums that do not hold, a gap, and a text that looks like a formula. */
export async function varied(): Promise<void> {
  await prepare()
  const reports = [
    {
      year: 2020,
      tables: { disclosure: '2019' },
      cells: { licences_decided: number(30), penalties_decided: { state: 'na', raw: '—' } },
    },
    {
      year: 2021,
      tables: whole,
      cells: {
        licences_decided: number(0),
        penalties_decided: { state: 'text', raw: '=详见"附件",另见说明' },
        fees_collected_wan: { state: 'number', value: 59237.2449, raw: '59237.2449' },
        'requests_new.total': number(0),
        'requests_carried_in.total': number(1),
        'requests_carried_out.total': number(0),
        'outcome_total.total': number(0),
      },
    },
    { year: 2023, tables: whole, cells: { licences_decided: number(1808595) } },
    {
      year: 2024,
      excerpt: true,
      cells: { licences_decided: number(45), penalties_decided: blank },
    },
    { year: 2024, bureau: { id: other }, cells: { licences_decided: number(7) } },
    { year: 2023, bureau: { id: area }, cells: { licences_decided: number(9) } },
    { year: 2024, bureau: { id: '000100-0001' } },
  ]
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const report of reports) await publish(report, '照原文公布')
}

/** Cuts a release of what is public now, and answers its name. */
export async function cut(): Promise<string> {
  const release = await cutRelease(connect(env.DB), new Date())
  if (!release) throw new Error('Nothing was changed')
  return release.name
}

/** Renames the bureau and publishes on: what is frozen must not change by it. */
export async function goOn(): Promise<void> {
  const roster = { level: 'county', sector: 'other', scope: 'own', kind: 'bureau', aliases: [] }
  const response = await post('/bureaus', {
    bureaus: [{ ...roster, id: bureau, division: '410307', name: '偃师区新名局' }],
  })
  if (!response.ok) throw new Error(await response.text())
  await publish({ year: 2024, cells: { licences_decided: number(46) } }, '照原文公布')
  await publish({ year: 2025, cells: { licences_decided: number(50) } })
}

/** The cells of a CSV file, its header first. */
export async function csvRows(path: string): Promise<string[][]> {
  const response = await get(path)
  if (!response.ok) throw new Error(await response.text())
  return csvParseRows(await response.text())
}

/** Addresses of every table that is had as a file, without their ending: with little and with much in it. */
export const tablePaths: readonly (readonly [path: string, query: string])[] = [
  [
    '/api/v1/series',
    `figure=licences_decided,penalties_decided,fees_collected_wan&bureau=${bureau},${other}`,
  ],
  ['/api/v1/series', `figure=completion_rate,disclosure_rate&bureau=${bureau}`],
  ['/api/v1/series', `figure=licences_decided&bureau=${bureau}&lineage=linked`],
  ['/api/v1/series', `figure=licences_decided&bureau=410307-0002&from=2010&to=2011`],
  ['/api/v1/bureaus', ''],
  ['/api/v1/bureaus', 'q=没有'],
  ['/api/v1/changes', ''],
  ['/api/v1/changes', 'since=3&limit=2'],
  ['/api/v1/coverage', 'year=2024'],
  ['/api/v1/crosswalk', ''],
  ['/api/v1/figures', ''],
  ['/api/v1/findings', ''],
  ['/api/v1/glossary', ''],
  ['/api/v1/ranking', 'figure=licences_decided&year=2024&sector=other&scope=own&division=410000'],
  ['/api/v1/reports', 'year=2021&division=410000'],
  ['/api/v1/restatements', ''],
  ['/api/v1/spread', 'figure=licences_decided&year=2024'],
  ['/api/v1/totals', 'figure=licences_decided,penalties_decided,fees_collected_wan'],
  [`/b/${bureau}`, ''],
  [`/b/${bureau}`, 'figure=licences_decided&from=2021'],
  [`/b/${bureau}/2021`, ''],
  ['/compare', `bureaus=${bureau},${other}`],
]
