import { SingleBar } from 'cli-progress'
import type { Output } from './output.ts'

/** How far a long run has come: a bar on a terminal, else a line now and then. Complaints go in between. */
export interface Progress {
  readonly step: (count: number, name: string) => void
  readonly say: (lines: readonly string[]) => void
  readonly end: () => void
}

/** Documents between two lines where there is no terminal. */
const perLine = 1000

export function progress(total: number, output: Output): Progress {
  let done = 0
  let name = ''
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {name}',
    clearOnComplete: true,
    noTTYOutput: false,
  })
  bar.start(total, 0, { name })
  return {
    step(count, last) {
      const before = done
      done += count
      name = last
      bar.update(done, { name })
      if (process.stderr.isTTY) return
      if (Math.floor(done / perLine) > Math.floor(before / perLine)) output.err(`${done}/${total}`)
    },
    say(lines) {
      if (lines.length === 0) return
      // Else the bar would stand in the middle of the lines.
      bar.stop()
      for (const line of lines) output.err(line)
      bar.start(total, done, { name })
    },
    end: () => bar.stop(),
  }
}
