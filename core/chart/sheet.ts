import { langTag } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { type ChartHead, titleOf } from './head.ts'
import { escape, leading, n, rows, type, wrap } from './text.ts'

export const fonts =
  'PingFang SC,HarmonyOS Sans SC,Microsoft YaHei,Noto Sans CJK SC,WenQuanYi Micro Hei,sans-serif'

/** A part of a picture, drawn from its own corner. */
export interface Drawing {
  readonly svg: string
  readonly height: number
}

/** What stands between the words above and below: the chart proper. */
export interface Plot extends Drawing {
  /** Edges of where values stand, and the ends of their axis: all that a script needs to draw on top of it. */
  readonly area: PlotArea
}

export interface PlotArea {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly low: number
  readonly high: number
  /** The middles of rows, where these stand below each other. */
  readonly rows?: readonly number[]
}

/** Browsers put a little space between Han and digits, where they are asked to: em in a line. */
const autospace = 0.5

interface Sheet {
  /** Unique in the page. */
  readonly id: string
  /** The picture's own unit: about 360 keeps type readable on a phone. */
  readonly width: number
  /** What the picture shows, for those who do not see it. */
  readonly alt: string
  readonly plot: Plot
}

/** A chart as one SVG element: presentation attributes only, so that it stands under any CSP and as a file. */
export function sheet(spec: ChartHead, { id, width, alt, plot }: Sheet): Drawing {
  const { lang, unit, scale, notes, credit } = spec
  const fit = (text: string, size: number): string[] => wrap(text, width / size - autospace)
  const heading = fit(spec.heading, type.heading)
  const subject = fit(spec.subject, type.text)
  const foot = [...notes, ...credit].flatMap((line) => fit(line, type.small))
  const below = heading.length * type.heading * leading
  const top = Math.round(below + subject.length * type.text * leading + 24)
  const height = Math.round(top + plot.height + foot.length * type.small * leading + 4)
  const { left, right, bottom, low, high, rows: middles = [] } = plot.area
  const edges = [left, top + plot.area.top, right, top + bottom].map(n)
  const area = [...edges, low, high, ...middles.map((y) => n(top + y))].join(' ')
  return {
    height,
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${width} ${height}" role="img"`,
      ` aria-labelledby="${id}-t ${id}-d" lang="${langTag[lang]}" color="#1b1b1b" fill="currentColor"`,
      ` font-family="${fonts}" font-size="${type.small}" data-area="${area}">`,
      `<title id="${id}-t">${escape(titleOf(spec))}</title><desc id="${id}-d">${escape(alt)}</desc>`,
      `<g font-size="${type.heading}" font-weight="600">${rows(heading, 0, type.heading, type.heading)}</g>`,
      `<g fill-opacity=".75"><g font-size="${type.text}">${rows(subject, 0, below + type.text, type.text)}</g>`,
      rows([t(lang, scale === 'log' ? 'log_unit' : 'unit', { unit })], 0, top - 2, type.small),
      rows(foot, 0, top + plot.height + type.small, type.small),
      `</g><g transform="translate(0 ${top})">${plot.svg}</g></svg>`,
    ].join(''),
  }
}
