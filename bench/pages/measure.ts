import { gzipSync } from 'node:zlib'
import type { Kind } from './kinds.ts'
import { type Category, type Result, type Visit, categories } from './lighthouse.ts'

/** What was measured of one page: medians, and what holds it back. */
export interface Measured {
  readonly kind: Kind
  /** Packed as a server does, in bytes. */
  readonly bytes: { readonly body: number; readonly styles: number; readonly script: number }
  /** 0 to 1. */
  readonly scores: Readonly<Record<Category, number>>
  readonly shift: number
  readonly blocking: number
  /** The longest task before anybody does anything, at a quarter of the speed; milliseconds. */
  readonly longest: number
  /** Audits that cost points, each with what it is about. */
  readonly failing: readonly string[]
}

/** The answer of a page, or why it is none. */
export async function measure(
  server: string,
  kind: Kind,
  visit: Visit,
  runs: number,
): Promise<Measured | string> {
  const address = server + kind.path
  const response = await fetch(address)
  if (!response.ok && !kind.isError) return `${response.status}`
  const body = await response.text()
  const results: Result[] = []
  for (let run = 0; run < runs; run++)
    // oxlint-disable-next-line no-await-in-loop -- one visit at a time, or they slow each other down
    results.push(await visit(address))
  const failed = results.find(({ runtimeError }) => runtimeError)
  if (failed) return failed.runtimeError?.message ?? ''
  const scores = Object.fromEntries(
    categories.map((name) => [name, median(results.map((one) => one.categories[name].score ?? 0))]),
  )
  return {
    kind,
    bytes: { body: packed(body), ...(await loaded(server, body)) },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of each
    scores: scores as Record<Category, number>,
    shift: median(results.map((one) => valueOf(one, 'cumulative-layout-shift'))),
    blocking: median(results.map((one) => valueOf(one, 'total-blocking-time'))),
    // Other work on the machine only makes tasks longer.
    longest: Math.min(...results.map(longestTask)),
    failing: [...new Set(results.flatMap(failingIn))],
  }
}

const packed = (content: string | Buffer): number => gzipSync(content, { level: 6 }).byteLength

/** What the page loads before anybody does anything. */
async function loaded(
  server: string,
  body: string,
): Promise<Pick<Measured['bytes'], 'styles' | 'script'>> {
  const size = async (form: RegExp): Promise<number> => {
    const path = form.exec(body)?.[1]
    if (path === undefined) return 0
    return packed(Buffer.from(await (await fetch(server + path)).arrayBuffer()))
  }
  return {
    styles: await size(/<link rel="stylesheet" href="([^"]+)"/),
    script: await size(/<script type="module" src="([^"]+)"/),
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const valueOf = ({ audits }: Result, id: string): number => audits[id]?.numericValue ?? 0

/** Those of the page; others are of the browser itself. */
const tasksIn = ({ audits }: Result): readonly Readonly<Record<string, unknown>>[] =>
  (audits['long-tasks']?.details?.items ?? []).filter(({ url }) => url !== 'Unattributable')

const longestTask = (result: Result): number =>
  Math.max(0, ...tasksIn(result).map(({ duration }) => Number(duration)))

/** Audits that have a part in a score and are not passed. */
const failingIn = (result: Result): string[] =>
  categories.flatMap((name) =>
    result.categories[name].auditRefs.flatMap(({ id, weight }) => {
      const audit = result.audits[id]
      if (weight === 0 || !audit || audit.score === null || audit.score >= 0.9) return []
      return [`${name}: ${id} (${audit.title})${firstOf(audit.details?.items)}`]
    }),
  )

/** Where it is: the selector or the address of the first thing found. */
function firstOf(items: readonly Readonly<Record<string, unknown>>[] = []): string {
  const { node, url, description } = items[0] ?? {}
  if (typeof node === 'object' && node !== null && 'selector' in node)
    return ` ${String(node.selector)}`
  const place = [url, description].find((one) => typeof one === 'string')
  return place === undefined ? '' : ` ${place}`
}
