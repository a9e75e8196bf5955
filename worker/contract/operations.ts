import type { Operation } from './operation.ts'
import { areaOperations } from './operations/areas.ts'
import { bureauOperations } from './operations/bureaus.ts'
import { checkOperations } from './operations/checks.ts'
import { cubeOperations } from './operations/cubes.ts'
import { documentOperations } from './operations/documents.ts'
import { groupOperations } from './operations/groups.ts'
import { releaseOperations } from './operations/releases.ts'
import { reportOperations } from './operations/reports.ts'
import { seriesOperations } from './operations/series.ts'
import { viewOperations } from './operations/views.ts'
import { wordOperations } from './operations/words.ts'

/** The public API and the view files, in the order in which the documentation shows them. */
export const operations: readonly Operation[] = [
  ...seriesOperations,
  ...areaOperations,
  ...groupOperations,
  ...bureauOperations,
  ...reportOperations,
  ...checkOperations,
  ...releaseOperations,
  ...cubeOperations,
  ...viewOperations,
  ...wordOperations,
  ...documentOperations,
]
