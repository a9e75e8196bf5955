import { Parser } from 'htmlparser2'
import { widthOf } from '#core/chart/text.ts'

export interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** What a picture draws, in its own units. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** `data-area`: left, top, right, bottom, low, high, then the middles of rows. */
  readonly area: readonly number[]
  /** How far down the plot is moved. */
  readonly down: number
  readonly texts: readonly Box[]
  /** Paths inside `.marks`, in absolute commands, with the class of their colour. */
  readonly marks: readonly { readonly tone: string; readonly d: string }[]
}

/** The same path without distances: `l16 -3` as the place where it ends, `zm16 0` as where the next stroke begins. */
function absolute(path: string): string {
  let [x, y, start] = [0, 0, { x: 0, y: 0 }]
  const place = (command: 'M' | 'L', a: number, b: number): string => {
    ;[x, y] = [tenth(a), tenth(b)]
    if (command === 'M') start = { x, y }
    return `${command}${x} ${y}`
  }
  const ways: Readonly<Record<string, (a: number, b: number) => string>> = {
    M: (a, b) => place('M', a, b),
    L: (a, b) => place('L', a, b),
    m: (a, b) => place('M', start.x + a, start.y + b),
    l: (a, b) => place('L', x + a, y + b),
    z: () => '',
  }
  return [...path.matchAll(/([A-Za-z])([-\d. ]*)/g)]
    .map(([whole, command = '', text = '']) => {
      const [a = 0, b = 0] = text.split(' ').map(Number)
      return ways[command]?.(a, b) ?? whole
    })
    .join('')
}

const tenth = (value: number): number => Math.round(value * 10) / 10

type Attributes = Readonly<Record<string, string>>

interface Inherited {
  readonly name: string
  readonly attributes: Attributes
  readonly x: number
  readonly y: number
  readonly size: number
  readonly anchor: string
  readonly inMarks: boolean
  readonly tone: string
  readonly upright: boolean
}

/** Reads a picture as a renderer would, as far as texts and marks are concerned. */
export function pictureOf(svg: string): Picture {
  const stack: Inherited[] = []
  const texts: Box[] = []
  const marks: { tone: string; d: string }[] = []
  let [width, height, down]: [number, number, number] = [0, 0, 0]
  let area: number[] = []
  let said = ''
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const own = inherit(name, attributes, stack.at(-1) ?? root)
        stack.push(own)
        said = ''
        if (name === 'svg') {
          ;[, , width = 0, height = 0] = (attributes['viewBox'] ?? '').split(' ').map(Number)
          area = (attributes['data-area'] ?? '').split(' ').map(Number)
        }
        if (attributes['class'] === 'marks') down = own.y
        if (name === 'path' && own.inMarks)
          marks.push({ tone: own.tone, d: absolute(attributes['d'] ?? '') })
      },
      ontext(text) {
        // An entity comes by itself.
        said += text
      },
      onclosetag() {
        const own = stack.pop()
        if (own?.name === 'text') texts.push(boxOf(said, own))
      },
    },
    { xmlMode: true },
  )
  parser.end(svg)
  return { width, height, area, down, texts, marks }
}

const root: Inherited = {
  name: '',
  attributes: {},
  x: 0,
  y: 0,
  size: 16,
  anchor: 'start',
  inMarks: false,
  tone: '',
  upright: false,
}

const moved = (transform: string): readonly number[] =>
  /translate\((\S+) (\S+)\)/.exec(transform)?.slice(1).map(Number) ?? [0, 0]

function inherit(name: string, attributes: Attributes, above: Inherited): Inherited {
  const { transform = '', class: names = '' } = attributes
  const [dx = 0, dy = 0] = moved(transform)
  return {
    ...above,
    name,
    attributes,
    x: above.x + dx,
    y: above.y + dy,
    size: Number(attributes['font-size'] ?? above.size),
    anchor: attributes['text-anchor'] ?? above.anchor,
    inMarks: above.inMarks || names === 'marks',
    tone: /^h-(\w+)/.exec(names)?.[1] ?? above.tone,
    upright: transform.includes('rotate(-90)'),
  }
}

function boxOf(text: string, { attributes, x, y, size, anchor, upright }: Inherited): Box {
  const long = widthOf(text) * size
  const back = anchor === 'start' ? 0 : anchor === 'end' ? long : long / 2
  if (upright)
    // Read from below: what is before the anchor lies under it.
    return { text, left: x - size, right: x, top: y - (long - back), bottom: y + back }
  const [left, base] = [x + Number(attributes['x'] ?? 0) - back, y + Number(attributes['y'] ?? 0)]
  return { text, left, right: left + long, top: base - size * 0.8, bottom: base + size * 0.15 }
}

/** Pairs of texts that lie on top of each other. */
export const overlaps = (texts: readonly Box[]): string[] =>
  texts.flatMap((one, i) =>
    texts
      .slice(i + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.text} / ${other.text}`),
  )

/** Texts that leave the picture. */
export const outside = ({ texts, width, height }: Picture): string[] =>
  texts
    .filter(
      ({ left, right, top, bottom }) =>
        left < -0.5 || right > width + 0.5 || top < 0 || bottom > height + 0.5,
    )
    .map(({ text }) => text)
