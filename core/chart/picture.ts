import type { Lang } from '#core/text/lang.ts'
import { altText } from './alt.ts'
import { type ChartSpec, drawChart } from './chart.ts'
import { titleOf } from './head.ts'
import { fonts } from './sheet.ts'
import { escape, n, type, wrap } from './text.ts'

/** What stands in a picture beside its charts, so that it needs no page around it. */
export interface Caption {
  readonly lang: Lang
  /** Stands where there is no chart. */
  readonly empty: string
  /** Source, version, coverage: a paragraph each. */
  readonly foot: readonly string[]
}

const margin = 24
const gap = 32
const leading = 1.5

/**
 * Charts as a file of its own, on white: side by side where each has one line, as the page has them. Their credits are
 * left out; the foot has them once. `width` in pixels.
 */
export function picture(specs: readonly ChartSpec[], caption: Caption, width = 720): string {
  const { lang, empty, foot } = caption
  const room = width - 2 * margin
  const body = specs.length > 0 ? charts(specs, room) : paragraphs([empty], type.heading, room)
  const below = paragraphs(foot, type.text, room)
  const line = margin + body.height + 8
  const height = Math.ceil(line + 6 + below.height + margin / 2)
  const title = specs.map(titleOf).join(lang === 'zh' ? '；' : '; ') || empty
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`,
    ` aria-labelledby="title desc" lang="${lang === 'zh' ? 'zh-Hans' : 'en'}" color="#1b1b1b" fill="currentColor" font-family="${fonts}">`,
    `<title id="title">${escape(title)}</title>`,
    `<desc id="desc">${escape([...specs.map(altText), ...foot].join('\n'))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<g transform="translate(${margin} ${margin})">${body.svg}</g>`,
    `<path d="M${margin} ${n(line)}h${room}" stroke="currentColor" stroke-opacity=".16"/>`,
    `<g transform="translate(${margin} ${n(line + 6)})" fill-opacity=".75">${below.svg}</g></svg>\n`,
  ].join('')
}

/** A part of the picture, from its own corner. */
interface Part {
  readonly svg: string
  readonly height: number
}

function paragraphs(texts: readonly string[], size: number, room: number): Part {
  const lines = texts.flatMap((text) => wrap(text, room / size))
  const step = size * leading
  const rows = lines.map((line, i) => `<text y="${n((i + 0.75) * step)}">${escape(line)}</text>`)
  return { svg: `<g font-size="${size}">${rows.join('')}</g>`, height: lines.length * step }
}

/** In one column or two, each as tall as it needs. */
function charts(specs: readonly ChartSpec[], room: number): Part {
  const columns = specs.length > 1 && specs.every(isNarrow) ? 2 : 1
  const width = (room - (columns - 1) * gap) / columns
  const parts: string[] = []
  let top = 0
  for (let from = 0; from < specs.length; from += columns) {
    const row = specs
      .slice(from, from + columns)
      .map((spec, i) => drawChart({ ...spec, credit: [] }, `c${from + i}`, width))
    for (const [i, { svg, height }] of row.entries()) {
      const frame = `x="${n(i * (width + gap))}" y="${n(top)}" width="${n(width)}" height="${height}"`
      // What is inside fills it: its own viewBox is of that size.
      parts.push(`<svg ${frame}>${svg}</svg>`)
    }
    top += Math.max(...row.map(({ height }) => height)) + gap / 2
  }
  return { svg: parts.join(''), height: top - gap / 2 }
}

/** Whether half of a page is enough: for all but several lines, which have names at their ends. */
const isNarrow = (spec: ChartSpec): boolean => spec.kind !== 'line' || spec.lines.length === 1
