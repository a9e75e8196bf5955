/** Keeps `?tab=` in step with the tabs that the reader opens, so that the address shows what the reader sees. */
export function watchTabs(root: ParentNode): void {
  for (const fieldset of root.querySelectorAll<HTMLElement>('.block > fieldset'))
    fieldset.addEventListener('change', () => keepInAddress(root))
}

/** Commas and dots stay readable; the chart is what opens by itself. */
function keepInAddress(root: ParentNode): void {
  const open = [...root.querySelectorAll<HTMLInputElement>('.block > fieldset > input:checked')]
    .filter(({ id }) => !id.endsWith('-chart'))
    .map(({ id, name }) => `${name}.${id.slice(name.length + 1)}`)
  const url = new URL(location.href)
  if (open.length === 0) url.searchParams.delete('tab')
  else url.searchParams.set('tab', open.join())
  history.replaceState(history.state, '', url.href.replace(/%2C/g, ','))
}
