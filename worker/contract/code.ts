import type { MediaType } from './operation.ts'
import { anyHost } from './placeholders.ts'

export interface Sample {
  readonly lang: 'Shell' | 'JavaScript' | 'Python' | 'R'
  readonly source: string
}

/** What a program wants of an answer: its data, the rows of a table, a text, or the file itself. */
type Form = 'data' | 'csv' | 'xlsx' | 'text' | 'file'

/**
 * How to ask for an address, which answers with this media type: curl, JavaScript, Python, R. The host is `anyHost`;
 * what is not ASCII is encoded, as not every program does it.
 */
export function samples(path: string, type: MediaType): readonly Sample[] {
  const address = encodeURI(`${anyHost}${path}`)
  const form = formOf(type)
  return [
    { lang: 'Shell', source: shell(address, form) },
    { lang: 'JavaScript', source: javaScript(address, form) },
    { lang: 'Python', source: python[form](address) },
    { lang: 'R', source: r[form](address) },
  ]
}

function formOf(type: MediaType): Form {
  if (/[/+]json/.test(type)) return 'data'
  if (type === 'text/csv') return 'csv'
  if (type.endsWith('.sheet')) return 'xlsx'
  return /^text\/|xml/.test(type) ? 'text' : 'file'
}

const shell = (address: string, form: Form): string =>
  `curl ${form === 'xlsx' || form === 'file' ? '-O ' : ''}'${address}'`

const readers = {
  data: 'const answer = await response.json()',
  csv: 'const csv = await response.text()',
  xlsx: 'const workbook = await response.arrayBuffer()',
  text: 'const text = await response.text()',
  file: 'const file = await response.arrayBuffer()',
} as const satisfies Record<Form, string>

const javaScript = (address: string, form: Form): string =>
  `const response = await fetch('${address}')\nif (!response.ok) throw new Error((await response.json()).detail)\n${readers[form]}`

const opened = (address: string, line: string): string =>
  `from urllib.request import urlopen\n\nwith urlopen('${address}') as response:\n    ${line}`

const python: Readonly<Record<Form, (address: string) => string>> = {
  data: (address) => `import json\n${opened(address, 'answer = json.load(response)')}`,
  csv: (address) => `import pandas as pd\n\ntable = pd.read_csv('${address}')`,
  xlsx: (address) => `import pandas as pd\n\ntable = pd.read_excel('${address}')`,
  text: (address) => opened(address, 'text = response.read().decode()'),
  file: (address) => opened(address, 'file = response.read()'),
}

const download = (address: string, ending: string): string =>
  `file <- tempfile(fileext = '${ending}')\ndownload.file('${address}', file, mode = 'wb')`

const r: Readonly<Record<Form, (address: string) => string>> = {
  data: (address) => `library(jsonlite)\n\nanswer <- fromJSON('${address}')`,
  csv: (address) => `table <- read.csv('${address}', fileEncoding = 'UTF-8')`,
  xlsx: (address) => `${download(address, '.xlsx')}\ntable <- readxl::read_excel(file)`,
  text: (address) => `text <- readLines('${address}', encoding = 'UTF-8')`,
  file: (address) => download(address, ''),
}
