import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Lang, langTag } from '#core/text/lang.ts'
import type { Env } from '../env.ts'
import { embedPolicy } from './policy.ts'
import { script } from './script.ts'
import { style } from './style.ts'

interface Frame {
  readonly lang: Lang
  readonly title: string
  /** Names the embed in messages to the host. */
  readonly id: string
  readonly status?: ContentfulStatusCode
}

const themes = ['auto', 'light', 'dark']

/** A page made for a frame on any origin, also an opaque one: no request, no storage, no reading of messages. */
export async function frame(
  c: Context<Env>,
  { lang, title, id, status = 200 }: Frame,
  body: Child,
) {
  const theme = c.req.query('theme') ?? 'auto'
  const document = (
    <html lang={langTag[lang]} data-theme={themes.includes(theme) ? theme : 'auto'} data-id={id}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>{body}</main>
        <script>{raw(script)}</script>
      </body>
    </html>
  )
  c.header('content-security-policy', await embedPolicy())
  c.header('cross-origin-resource-policy', 'cross-origin')
  c.header('access-control-allow-origin', '*')
  return c.html(html`<!doctype html>${document}`, status)
}
