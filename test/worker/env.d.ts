declare namespace Cloudflare {
  interface Env {
    readonly DB: D1Database
    readonly ASSETS: Fetcher
    readonly MIGRATIONS: import('@cloudflare/vitest-plugin').D1Migration[]
  }
}
