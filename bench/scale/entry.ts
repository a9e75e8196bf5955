import { app } from '#worker/app.ts'
import { type Cost, type Database, counted } from './counted.ts'

/** A request with this header is answered with what its statements cost; it takes longer. */
const asked = 'x-count'

type Bindings = Parameters<typeof app.request>[2] & { readonly DB: Database }

/** The product with a meter on the database. */
// oxlint-disable-next-line import/no-default-export -- what a Worker is
export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    if (!request.headers.has(asked)) return app.fetch(request, env)
    const cost: Cost = { statements: 0, rowsRead: 0, rowsWritten: 0 }
    const response = await app.fetch(request, { ...env, DB: counted(env.DB, cost) })
    const headers = new Headers(response.headers)
    headers.set(asked, JSON.stringify(cost))
    return new Response(response.body, { status: response.status, headers })
  },
}
