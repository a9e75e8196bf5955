/** Drawers of a chart close when the reader presses Escape, or turns to something else. */
export function closeDrawers(root: Document): void {
  const openOnes = () => [...root.querySelectorAll<HTMLDetailsElement>('.acts details[open]')]
  root.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    for (const drawer of openOnes()) {
      // Where the keyboard was inside, it goes back to what opened it.
      if (drawer.contains(root.activeElement)) drawer.querySelector('summary')?.focus()
      drawer.open = false
    }
  })
  root.addEventListener('click', ({ target }) => {
    for (const drawer of openOnes())
      if (!(target instanceof Node && drawer.contains(target))) drawer.open = false
  })
}
