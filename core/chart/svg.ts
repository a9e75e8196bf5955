import { altText } from './alt.ts'
import { frame } from './frame.ts'
import { type Layout, layoutOf, type } from './layout.ts'
import { legend, marks } from './marks.ts'
import { titleOf } from './head.ts'
import type { LineSpec } from './spec.ts'
import { escape, n } from './text.ts'

export const fonts =
  'PingFang SC,HarmonyOS Sans SC,Microsoft YaHei,Noto Sans CJK SC,WenQuanYi Micro Hei,sans-serif'

/**
 * The chart as one SVG element: presentation attributes only, so that it stands under any CSP and as a file.
 * `id` is unique in the page. `width` is the picture's own unit: about 360 keeps type readable on a phone.
 */
export function lineSvg(spec: LineSpec, id: string, width = 360): string {
  const layout = layoutOf(spec, width)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${width} ${n(layout.height)}" role="img"`,
    ` aria-labelledby="${id}-t ${id}-d" lang="${spec.lang === 'zh' ? 'zh-Hans' : 'en'}" color="#1b1b1b" fill="currentColor"`,
    ` font-family="${fonts}" font-size="${type.small}">`,
    `<title id="${id}-t">${escape(titleOf(spec))}</title><desc id="${id}-d">${escape(altText(spec))}</desc>`,
    head(spec, layout),
    frame(spec, layout),
    marks(spec, layout),
    legend(spec, layout),
    foot(layout),
    '</svg>',
  ].join('')
}

const leading = 1.35

/** Title, who and when, unit: three levels of one thing. */
function head({ unit, lang }: LineSpec, { heading, subject, top }: Layout): string {
  const title = block(heading, { x: 0, y: type.heading, size: type.heading })
  const below = heading.length * type.heading * leading + type.text
  return [
    `<g font-size="${type.heading}" font-weight="600">${title}</g>`,
    `<g font-size="${type.text}" fill-opacity=".75">${block(subject, { x: 0, y: below, size: type.text })}</g>`,
    `<text x="0" y="${n(top - 24)}" fill-opacity=".75">${escape(lang === 'zh' ? `单位：${unit}` : `Unit: ${unit}`)}</text>`,
  ].join('')
}

const foot = ({ foot: lines, bottom, legend: above }: Layout): string =>
  `<g fill-opacity=".75">${block(lines, { x: 0, y: bottom + 38 + (above?.height ?? 0), size: type.small })}</g>`

interface Place {
  readonly x: number
  readonly y: number
  readonly size: number
}

const block = (lines: readonly string[], { x, y, size }: Place): string =>
  lines
    .map((line, i) => `<text x="${x}" y="${n(y + i * size * leading)}">${escape(line)}</text>`)
    .join('')
