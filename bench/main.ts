import { hostile } from './hostile.ts'
import { identity } from './identity.ts'
import { kill } from './kill.ts'
import { pages } from './pages.ts'
import { pictures } from './pictures.ts'
import { read } from './read.ts'
import { requests } from './requests.ts'
import { scale } from './scale.ts'

/** By name, with options of its own: `npm run bench -- read`, `npm run bench -- scale --reports 30000`. */
const benches: Readonly<Record<string, (args: readonly string[]) => Promise<string[]>>> = {
  hostile,
  identity,
  kill,
  pages,
  pictures,
  read,
  requests,
  scale,
}

const [name = '', ...args] = process.argv.slice(2)
const bench = benches[name]
const lines = bench
  ? await bench(args)
  : [`which bench? There are: ${Object.keys(benches).join(', ')}`]
for (const line of lines) console.log(line)
