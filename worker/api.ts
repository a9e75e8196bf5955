import { Hono } from 'hono'
import { openToAll } from './answer/open.ts'
import type { Env } from './env.ts'
import { withEtag } from './headers.ts'
import { withLimit, withShortAddress } from './limit.ts'
import { bureaus } from './routes/bureaus.ts'
import { catalogue, dataset } from './routes/catalogue.ts'
import { changes } from './routes/changes.ts'
import { columns } from './routes/columns.ts'
import { coverage } from './routes/coverage.ts'
import { cubes } from './routes/cube.ts'
import { crosswalk, figures } from './routes/figures.ts'
import { reportFiles } from './routes/files.ts'
import { findings } from './routes/findings.ts'
import { glossary } from './routes/glossary.ts'
import { observations } from './routes/observations.ts'
import { openapi } from './routes/openapi.ts'
import { ranking } from './routes/ranking.ts'
import { releases } from './routes/releases.ts'
import { reportList } from './routes/report-list.ts'
import { reports } from './routes/reports.ts'
import { restatements } from './routes/restatements.ts'
import { revisions } from './routes/revisions.ts'
import { series } from './routes/series.ts'
import { spread } from './routes/spread.ts'
import { tableFiles } from './routes/tables.ts'
import { totals } from './routes/totals.ts'
import { dataPackage, releaseManifest } from './routes/whole-set.ts'

/** Everything that the public may ask of /api/v1. */
export const publicApi = new Hono<Env>()
  .use(openToAll)
  .use(withLimit)
  .use(withShortAddress)
  .use(withEtag)
  .route('/series', series)
  .route('/totals', totals)
  .route('/ranking', ranking)
  .route('/spread', spread)
  .route('/coverage', coverage)
  .route('/bureaus', bureaus)
  .route('/reports', reportList)
  .route('/reports', reports)
  .route('/reports', revisions)
  .route('/reports', reportFiles)
  .route('/observations', observations)
  .route('/findings', findings)
  .route('/restatements', restatements)
  .route('/changes', changes)
  .route('/releases', releaseManifest)
  .route('/releases', releases)
  .route('/figures', figures)
  .route('/crosswalk', crosswalk)
  .route('/glossary.json', glossary)
  .route('/columns.json', columns)
  .route('/cube.json-stat', cubes)
  .route('/datapackage.json', dataPackage)
  .route('/catalogue.jsonld', catalogue)
  .route('/dataset.jsonld', dataset)
  .route('/openapi.json', openapi)
  .route('/', tableFiles)
