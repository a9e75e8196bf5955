import { html } from 'hono/html'
import type { Label } from '#core/catalog/table.ts'
import type { Lang } from '#core/text/lang.ts'
import { answerSchema, schemas, typeOf } from './answers.ts'
import { samples } from './code.ts'
import { parametersOf } from './document.ts'
import { type Field, fieldsOf } from './fields.ts'
import { introduction } from './introduction.ts'
import type { Json } from './meanings.ts'
import { type MediaType, type Operation, needs } from './operation.ts'
import { operations } from './operations.ts'
import type { Parameter } from './parameters.ts'
import { prose } from './prose.ts'

type Html = ReturnType<typeof html>

const words = {
  title: { zh: '开放数据接口', en: 'Open data API' },
  begin: { zh: '先试一试', en: 'Try it' },
  document: { zh: '机器可读的说明：', en: 'For machines: ' },
  routes: { zh: '接口一览', en: 'Routes' },
  parameter: { zh: '参数', en: 'Parameter' },
  needed: { zh: '必需', en: 'needed' },
  meaning: { zh: '含义', en: 'Meaning' },
  example: { zh: '示例', en: 'Examples' },
  fields: { zh: '答案的字段', en: 'Fields of the answer' },
  shared: { zh: '多处用到的字段', en: 'Fields that stand in several answers' },
  files: { zh: '同样的行：', en: 'The same rows: ' },
  allowed: { zh: '可用：', en: 'Allowed: ' },
  fallback: { zh: '默认：', en: 'Default: ' },
} as const satisfies Record<string, Label>

const anchor = ({ path }: Operation): string =>
  path
    .replace(/^\/(?:api\/v1\/)?/, '')
    .replaceAll(/[^\w]+/g, '-')
    .replace(/-$/, '')

/** The documentation of the API in one language, to stand in a page: everything from the same data as the OpenAPI document. */
export const documentation = (lang: Lang): string =>
  String(
    // oxlint-disable-next-line typescript/no-base-to-string -- nothing in it is waited for
    html`<h1>${words.title[lang]}</h1>
      <p class="lead">${introduction[lang]}</p>
      <p>${words.document[lang]}<a href="/api/v1/openapi.json">OpenAPI 3.1</a></p>
      <h2 id="begin">${words.begin[lang]}</h2>
      ${code('/api/v1/series?figure=licences_decided&bureau=410307-0001', 'application/json')}
      ${prose.map(
        ({ id, title, paragraphs }) =>
          html`<section>
            <h2 id="${id}">${title[lang]}</h2>
            ${paragraphs.map((text) => html`<p class="text">${text[lang]}</p>`)}
          </section>`,
      )}
      <h2 id="routes">${words.routes[lang]}</h2>
      <ul>
        ${operations.map(
          (one) =>
            html`<li>
              <a href="#${anchor(one)}"><code>${one.path}</code></a> ${one.title[lang]}
            </li>`,
        )}
      </ul>
      ${operations.map((one) => section(lang, one))}
      <h2 id="shared">${words.shared[lang]}</h2>
      ${Object.entries(schemas()).map(([name, schema]) => shared(name, fieldsOf(schema)))}`,
  )

function section(lang: Lang, operation: Operation): Html {
  const { path, title, about, examples, table, answer, needs: need } = operation
  const own = parametersOf(operation)
  return html`<section>
    <h3 id="${anchor(operation)}">${title[lang]}</h3>
    <p><code>GET ${path}</code></p>
    ${about ? html`<p class="text">${about[lang]}</p>` : ''}
    ${need ? html`<p class="text">${needs[need][lang]}</p>` : ''}
    ${own.length > 0 ? parameterTable(lang, own) : ''}
    ${table ? html`<p>${words.files[lang]}${['csv', 'xlsx', 'csv-metadata.json'].map((end, i) => html`${i > 0 ? ' · ' : ''}<code>${path.replace(/\.json$/, '')}.${end}</code>`)}</p>` : ''}
    <p>${words.example[lang]}</p>
    <ul>
      ${examples.map((example) => html`<li><a href="${example}">${example}</a></li>`)}
    </ul>
    ${code(examples[0], typeOf(operation))}
    ${typeof answer === 'string' ? '' : folded(words.fields[lang], fieldTable(fieldsOf(answerSchema(answer))))}
  </section>`
}

function parameterTable(lang: Lang, own: readonly Parameter[]): Html {
  return html`<table class="params">
    <thead>
      <tr>
        <th scope="col">${words.parameter[lang]}</th>
        <th scope="col">${words.meaning[lang]}</th>
      </tr>
    </thead>
    <tbody>
      ${own.map(
        ({ name, required, description, schema }) =>
          html`<tr>
            <th scope="row">
              <code>${name}</code
              >${required ? html` <span class="soft">${words.needed[lang]}</span>` : ''}
            </th>
            <td>${description.split('\n')[lang === 'zh' ? 0 : 1]}${limits(lang, schema)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** What else the schema says that a reader can use: the values, where they are few, and the default. */
function limits(lang: Lang, { enum: values, minimum, maximum, default: fallback }: Json): Html {
  const allowed = Array.isArray(values)
    ? values.join(', ')
    : maximum === undefined
      ? ''
      : `${JSON.stringify(minimum)}–${JSON.stringify(maximum)}`
  return html`${allowed ? html`<br /><span class="soft">${words.allowed[lang]}${allowed}</span>` : ''}${
    fallback === undefined
      ? ''
      : html`<br /><span class="soft">${words.fallback[lang]}${written(fallback)}</span>`
  }`
}

/** As it stands in an address. */
const written = (value: unknown): string =>
  Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : JSON.stringify(value)

function code(path: string, type: MediaType): Html {
  const [first, ...others] = samples(path, type)
  return html`<pre><code>${first?.source ?? ''}</code></pre>
    ${folded(
      others.map(({ lang }) => lang).join(' · '),
      html`${others.map(({ source }) => html`<pre><code>${source}</code></pre>`)}`,
    )}`
}

const folded = (title: string, body: Html): Html =>
  html`<details>
    <summary>${title}</summary>
    ${body}
  </details>`

const shared = (name: string, fields: readonly Field[]): Html =>
  fields.length === 0
    ? html``
    : html`<section class="later">
        <h3 id="${name}"><code>${name}</code></h3>
        ${fieldTable(fields)}
      </section>`

function fieldTable(fields: readonly Field[]): Html {
  return html`<table class="params">
    <tbody>
      ${fields.map(
        ({ path, type }) =>
          html`<tr>
            <th scope="row"><code>${path}</code></th>
            <td><code>${type}</code></td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
