/** So many rows are made, written and sent at a time: enough to be quick, few enough to hold. */
export const rowsAtOnce = 1000

/** The rows in portions, the last one shorter; each is made only when it is asked for. */
export function* portions<T>(rows: Iterable<T>): Generator<readonly T[]> {
  let some: T[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < rowsAtOnce) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** Bytes as a body that is made no faster than it is read. */
export function streamOf<Bytes extends Uint8Array>(
  chunks: Iterable<Bytes> | AsyncIterable<Bytes>,
): ReadableStream<Bytes> {
  const iterator =
    Symbol.iterator in chunks ? chunks[Symbol.iterator]() : chunks[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
