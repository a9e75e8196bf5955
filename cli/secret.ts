import { createHash, randomBytes } from 'node:crypto'

/** A new token for writing: `nt_` and 32 random bytes. */
export const newToken = (): string => `nt_${randomBytes(32).toString('base64url')}`

/** What the database keeps of a token: SHA-256, hex. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
