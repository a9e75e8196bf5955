import { both, responses, schemas, typeOf } from './answers.ts'
import { samples } from './code.ts'
import { promised } from './files.ts'
import { introduction } from './introduction.ts'
import type { Json } from './meanings.ts'
import { type Operation, needs } from './operation.ts'
import { type Parameter, parameter } from './parameters.ts'

/** Path and query parameters of an operation. */
export const parametersOf = ({ params, query }: Operation): Parameter[] => [
  ...Object.entries(params?.entries ?? {}).map(([name, schema]) => parameter(name, schema, 'path')),
  ...Object.entries(query?.entries ?? {}).map(([name, schema]) => parameter(name, schema, 'query')),
]

const idOf = (path: string): string =>
  path
    .replace(/^\/(?:api\/v1\/)?/, '')
    .replaceAll(/[^\w]+/g, '_')
    .replace(/_$/, '')

/** What is worth knowing, and what a deployment may lack. */
const descriptionOf = ({ about, needs: need }: Operation): string =>
  [...(about ? [both(about)] : []), ...(need ? [both(needs[need])] : [])].join('\n')

function pathItem(operation: Operation): Json {
  const { path, title, examples, needs: need } = operation
  const description = descriptionOf(operation)
  return {
    get: {
      operationId: idOf(path),
      summary: both(title),
      ...(description ? { description } : {}),
      parameters: parametersOf(operation),
      responses: responses(operation),
      'x-examples': examples,
      ...(need ? { 'x-needs': need } : {}),
      'x-codeSamples': samples(examples[0], typeOf(operation)),
    },
  }
}

/** The API as OpenAPI 3.1. Its addresses are relative: it says the same on every deployment. */
export const openApi = (): Json => ({
  openapi: '3.1.1',
  info: {
    title: '年图 Niantu',
    version: '1.0.0',
    summary:
      '政府信息公开工作年度报告的数字 Figures of annual reports on government information disclosure',
    description: both(introduction),
    license: { name: 'DATA_LICENCE', identifier: 'LicenseRef-Niantu-data' },
  },
  servers: [{ url: '/' }],
  paths: Object.fromEntries(promised.map((operation) => [operation.path, pathItem(operation)])),
  components: { schemas: schemas() },
})
