import { type PartId, partIds } from '#core/check/document.ts'
import { fold } from '../parse/normal.ts'

/** What the headings of the six parts say, in both editions and in the wordings seen. */
const headings: Readonly<Record<PartId, RegExp>> = {
  一: /^(?:总体情况|工作基本情况|基本情况|概述)/,
  二: /^主动公开政府信息(?:的)?情况/,
  三: /^收到和处理政府信息公开申请(?:的)?情况/,
  四: /^(?:因)?(?:政府信息公开)(?:工作)?(?:被申请|的)?行政复议.{0,8}行政诉讼(?:的)?情况/,
  五: /^(?:政府信息公开工作)?存在(?:的)?(?:主要)?(?:问题|不足)/,
  六: /^其他需要(?:报告|说明)的(?:事项|情况)/,
}

/** Numbering in front of a heading: 一、 三是 （五） 6. */
const numbering = /^(?:#+)?[(]?(?:[一二三四五六七八九]|\d)[)]?[、.是,:]?/

/** The text under each of the six headings; a part without its heading is left out. */
export function parts(text: string): Partial<Record<PartId, string>> {
  const found: Partial<Record<PartId, string>> = {}
  let open: PartId | undefined
  for (const line of text.split('\n')) {
    const start = heading(line)
    if (start) open = start.id
    const own = start ? start.rest : line
    if (open) found[open] = `${found[open] ?? ''}${found[open] === undefined ? '' : '\n'}${own}`
  }
  return found
}

/** A heading, alone in its line or with the text right behind it. */
function heading(line: string): { id: PartId; rest: string } | undefined {
  const dense = fold(line).replace(/\s+/g, '').replace(/\*\*/g, '')
  const words = dense.replace(numbering, '')
  const isNumbered = words !== dense
  for (const id of partIds) {
    const match = headings[id].exec(words)
    const rest = match
      ? words.slice(match[0].length).replace(/^(?:及|和)?改进(?:情况|措施)?/, '')
      : ''
    if (match && (isNumbered || rest === '')) return { id, rest: rest.replace(/^[。:]/, '') }
  }
  return undefined
}

const span =
  /(?<from>20\d\d)年(?<m1>\d{1,2})月(?<d1>\d{1,2})日(?:起)?,?(?:至|到|-|—|~)+(?:(?<to>20\d\d)年)?(?<m2>\d{1,2})月(?<d2>\d{1,2})日/

/** The period that the figures cover, as ISO dates; null where the text does not state it whole. */
export function period(text: string): { readonly from: string; readonly to: string } | null {
  const {
    from,
    m1,
    d1,
    to = from,
    m2,
    d2,
  } = span.exec(fold(text).replace(/\s+/g, ''))?.groups ?? {}
  return from === undefined ? null : { from: date(from, m1, d1), to: date(to, m2, d2) }
}

const date = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
