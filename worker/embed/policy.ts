import { script } from './script.ts'
import { style } from './style.ts'

/** `sha256-…` of an inline script or style, as a CSP names it. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

/** Nothing may be requested; only our own style and script run; any page may frame it (open data). */
export async function embedPolicy(): Promise<string> {
  const [styles, scripts] = await Promise.all([hashOf(style), hashOf(script)])
  return `default-src 'none'; img-src data:; style-src ${styles}; script-src ${scripts}; base-uri 'none'; form-action 'none'; frame-ancestors *`
}
