import type { FileKind } from './kind.ts'

/** Source files as they were brought in, each under the SHA-256 of its bytes (hex). */
export interface FileStore {
  /** Which of these files are kept. */
  readonly has: (hashes: readonly string[]) => Promise<ReadonlySet<string>>
  /** Keeps a file; the bytes must be those that the hash is of. Keeping it again changes nothing. */
  readonly put: (hash: string, bytes: ArrayBuffer, kind: FileKind) => Promise<void>
  /** Undefined where the file is not kept. */
  readonly get: (hash: string) => Promise<StoredFile | undefined>
}

export interface StoredFile {
  readonly body: ReadableStream
  /** In bytes. */
  readonly size: number
  readonly kind: FileKind
}
