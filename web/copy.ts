/** What needs a script: copying, handing on, today's date in a reference; of drawers only one stays open. */
export function serveActions(root: ParentNode): void {
  const today = new Date(Date.now() + 28_800_000).toISOString().slice(0, 10)
  for (const time of root.querySelectorAll('.acts time')) time.textContent = today
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-copy]')) serveCopy(button)
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-share]')) serveShare(button)
  for (const acts of root.querySelectorAll('.acts')) keepOneOpen(acts)
}

/** Where the clipboard is closed to pages, as over plain HTTP, the text is marked, ready for Ctrl+C. */
function serveCopy(button: HTMLButtonElement): void {
  const from = button.previousElementSibling
  if (!from) return
  button.hidden = false
  button.addEventListener('click', () => {
    const text = from instanceof HTMLInputElement ? from.value : (from.textContent ?? '')
    mark(from)
    const label = button.textContent
    void navigator.clipboard?.writeText(text).then(() => {
      button.textContent = button.dataset['copy'] ?? ''
      setTimeout(() => (button.textContent = label), 2000)
    })
  })
}

function mark(from: Element): void {
  if (from instanceof HTMLInputElement) from.select()
  else getSelection()?.selectAllChildren(from)
}

function serveShare(button: HTMLButtonElement): void {
  const url = button.parentElement?.querySelector('input')?.value
  if (!('share' in navigator) || url === undefined) return
  button.hidden = false
  button.addEventListener('click', () => {
    // The reader who thinks better of it is no error.
    navigator.share({ title: document.title, url }).catch(() => undefined)
  })
}

/** Old browsers do not know that drawers of one name exclude each other. */
function keepOneOpen(acts: Element): void {
  const drawers = [...acts.querySelectorAll('details')]
  for (const drawer of drawers)
    drawer.addEventListener('toggle', () => {
      if (drawer.open) for (const other of drawers) other.open = other === drawer
    })
}
