import { madeUpReports } from '../samples/made-up.ts'

/** A page as large content systems make them: a report among menus, scripts and nested fonts; about 3 MB. */
export function largePage(): Uint8Array {
  const [report] = madeUpReports()
  const body = (report?.html ?? '').replace(
    /<td([^>]*)>([^<]*)<\/td>/g,
    '<td$1 style="border:1px solid #000;padding:0 7px"><p style="margin:0;text-align:center"><span style="font-family:仿宋_GB2312;font-size:16px"><font color="#000000">$2</font></span></p></td>',
  )
  const menu = Array.from(
    { length: 8000 },
    (_, i) =>
      `<li class="menu-item menu-item-${i}"><a href="/zwgk/column/${i}/index.html" target="_blank" title="栏目${i}">政务公开栏目${i}</a></li>`,
  ).join('\n')
  const prose = Array.from(
    { length: 4000 },
    (_, i) =>
      `<p style="text-indent:2em;line-height:30px"><span style="font-family:仿宋">第${i}段：<span>我们照章办理，</span>认真答复每一位申请人。</span></p>`,
  ).join('\n')
  const script = `<script>${'var a = "<td>1</td>";\n'.repeat(20_000)}</script>`
  const html = `<!doctype html><html><head><meta charset="utf-8"></head><body><ul>${menu}</ul>${script}${body}${prose}</body></html>`
  return new TextEncoder().encode(html)
}
