import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from './client.ts'
import { token } from './schema.ts'

/** The id of the token with this SHA-256 (hex); undefined where there is none or it is revoked. */
export const selectToken = async (db: Db, hash: string): Promise<number | undefined> =>
  (
    await db
      .select({ id: token.id })
      .from(token)
      .where(and(eq(token.hash, hash), isNull(token.revoked_at)))
  )[0]?.id
