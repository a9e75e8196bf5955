import { type LineageEvent, lineageKinds } from '#core/lineage/event.ts'
import { type Lineage, lineage } from '#core/lineage/lineage.ts'

const isKind = (word: string): word is LineageEvent['kind'] => Object.hasOwn(lineageKinds, word)

const ids = (side: string): string[] => side.split('+').filter((id) => id !== '')

/** `2019-03-01 merged a+b→c; 2020-01-01 abolished d→`. */
export const events = (text: string): LineageEvent[] =>
  text
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .filter(([on]) => on !== '')
    .map(([on = '', kind = '', sides = '']) => {
      if (!isKind(kind)) throw new TypeError(`No kind of event: ${kind}`)
      const [from = '', to = ''] = sides.split('→')
      return { kind, on, document: '某政发〔2019〕1号', from: ids(from), to: ids(to) }
    })

/** Events that are known to make sense. */
export function line(text: string): Lineage {
  const result = lineage(events(text))
  if ('faults' in result) throw new TypeError(result.faults.map(({ fault }) => fault).join())
  return result.lineage
}
