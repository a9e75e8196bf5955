import { sqlText } from './d1.ts'
import { hashOf } from './secret.ts'

const now = `strftime('%Y-%m-%dT%H:%M:%SZ', 'now')`

/** Lets this token write. One that is there already stays as it is, also when revoked. */
export const insertToken = (name: string, token: string): string =>
  `INSERT INTO token (name, hash, created_at) VALUES (${sqlText(name)}, ${sqlText(hashOf(token))}, ${now})
   ON CONFLICT (hash) DO NOTHING`

/** Lets `fresh` write, unless `kept` still may. Answers with a row where `fresh` was taken, with none where `kept` holds. */
export const insertTokenUnless = (kept: string, name: string, fresh: string): string =>
  `INSERT INTO token (name, hash, created_at)
   SELECT ${sqlText(name)}, ${sqlText(hashOf(fresh))}, ${now}
   WHERE NOT EXISTS (SELECT 1 FROM token WHERE hash = ${sqlText(hashOf(kept))} AND revoked_at IS NULL)
   RETURNING id`

/** A new token under the name of one that still holds, which ends. Answers with that name, or no row. */
export const replaceToken = (id: number, token: string): string =>
  `INSERT INTO token (name, hash, created_at)
   SELECT name, ${sqlText(hashOf(token))}, ${now} FROM token WHERE id = ${id} AND revoked_at IS NULL
   RETURNING name;
   ${revokeToken(id)}`

/** Answers with the name of the token, or no row where none with this id holds. */
export const revokeToken = (id: number): string =>
  `UPDATE token SET revoked_at = ${now} WHERE id = ${id} AND revoked_at IS NULL RETURNING name`

export const selectTokens = 'SELECT id, name, created_at, revoked_at FROM token ORDER BY id'
