/** Where a command writes: its answer to `out`, everything else to `err`. */
export interface Output {
  out(this: void, line: string): void
  err(this: void, line: string): void
}
