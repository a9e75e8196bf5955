import type { LineSpec } from '#core/chart/spec.ts'

/** The reader's first touch of a chart, by pointer or keyboard, turns its picture into a Chart.js chart. */
export function takeOver(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>('figure.chart')) {
    const svg = figure.querySelector('svg')
    const text = figure.querySelector('script[type="application/json"]')?.textContent
    if (!svg || !text) continue
    const start = () => {
      for (const event of ['pointerdown', 'pointerenter', 'touchstart'])
        svg.removeEventListener(event, start)
      figure.removeEventListener('focus', start)
      void draw(figure, svg, text)
    }
    for (const event of ['pointerdown', 'pointerenter', 'touchstart'])
      svg.addEventListener(event, start, { passive: true })
    figure.addEventListener('focus', start)
  }
}

/** Where the chunk cannot be loaded the picture stays: it shows the same numbers. */
async function draw(figure: HTMLElement, svg: SVGSVGElement, text: string): Promise<void> {
  try {
    const { drawLine } = await import('./line.ts')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server wrote it from a LineSpec
    drawLine(figure, svg, JSON.parse(text) as LineSpec)
  } catch (error) {
    console.warn(error)
  }
}
