import { specOf } from '../tabled.ts'

const touches = ['pointerdown', 'pointerenter', 'touchstart'] as const

/** The reader's first touch of a chart, by pointer or keyboard, turns its picture into a Chart.js chart. */
export function takeOver(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>('figure.chart')) {
    // One for wide screens and one for narrow ones, where they differ.
    const svgs = [...figure.querySelectorAll('svg')]
    const text = figure.querySelector('script[type="application/json"]')?.textContent
    if (!text) continue
    const start = () => {
      for (const svg of svgs) for (const event of touches) svg.removeEventListener(event, start)
      figure.removeEventListener('focus', start)
      const shown = svgs.find((svg) => svg.getBoundingClientRect().width > 0)
      if (shown) void draw(figure, shown, text)
    }
    for (const svg of svgs)
      for (const event of touches) svg.addEventListener(event, start, { passive: true })
    figure.addEventListener('focus', start)
  }
}

/** Where the chunk cannot be loaded the picture stays: it shows the same numbers. */
async function draw(figure: HTMLElement, svg: SVGSVGElement, text: string): Promise<void> {
  try {
    const { drawChart } = await import('./draw.ts')
    drawChart(figure, svg, specOf(figure, text))
  } catch (error) {
    console.warn(error)
  }
}
