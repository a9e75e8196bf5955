import { read } from './read.ts'

/** By name: `npm run bench -- read`. Without a name, all of them. */
const benches: Readonly<Record<string, () => Promise<string[]>>> = { read }

const wanted = process.argv.slice(2)
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name]
  // One after the other: they would slow each other down.
  // oxlint-disable-next-line no-await-in-loop
  const lines = bench
    ? await bench()
    : [`no such bench; there are: ${Object.keys(benches).join(', ')}`]
  for (const line of lines) console.log(`${name}: ${line}`)
}
