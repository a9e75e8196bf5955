interface Offered {
  readonly id: string
  readonly name: string
}

/** Offers bureaus while the reader types a name; without a script the form searches for it. */
export function offerBureaus(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form.add')
  const field = form?.querySelector<HTMLInputElement>('input[name=q]')
  const bureaus = form?.querySelector<HTMLInputElement>('input[name=bureaus]')
  const list = form?.querySelector('datalist')
  if (!field || !bureaus || !list) return
  const own = bureaus.value
  let timer = 0
  field.addEventListener('input', () => {
    // An offer that was taken ends with the id of its bureau.
    const id = /（([\dZ-]+)）$/.exec(field.value)?.[1]
    bureaus.value = id === undefined ? own : `${own},${id}`
    field.name = id === undefined ? 'q' : ''
    clearTimeout(timer)
    if (id === undefined && field.value.trim() !== '')
      timer = window.setTimeout(() => void offer(list, field), 200)
  })
}

/** Where nothing can be had the reader still may search. */
async function offer(list: Element, field: HTMLInputElement): Promise<void> {
  const q = field.value
  const found = await fetch(`/api/v1/bureaus?limit=8&q=${encodeURIComponent(q)}`)
    .then((response) => (response.ok ? response.json() : { bureaus: [] }))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own API
    .then((answer) => (answer as { bureaus: Offered[] }).bureaus)
    .catch((): Offered[] => [])
  if (field.value !== q) return
  list.textContent = ''
  for (const { id, name } of found) {
    const option = document.createElement('option')
    option.value = `${name}（${id}）`
    list.append(option)
  }
}
