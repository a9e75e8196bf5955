import type { Output } from './output.ts'

export const terminal: Output = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
}
