/** Marks tables that scroll inside themselves with the edges at which something is cut off. */
export function watchEdges(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>('.scroll')) {
    const mark = () => {
      box.classList.toggle('cut-left', box.scrollLeft > 1)
      box.classList.toggle('cut-right', box.scrollLeft < box.scrollWidth - box.clientWidth - 1)
    }
    box.addEventListener('scroll', mark, { passive: true })
    // Also when a tab opens that it stands in.
    new ResizeObserver(mark).observe(box)
  }
}
