import { readFileSync } from 'node:fs'
import { type Plugin, defineConfig, transformWithOxc } from 'vite'
import { editions } from '../core/catalog/table.ts'
import { staticFiles } from '../core/text/static-files.ts'
import { generated } from '../worker/contract/assets.ts'

/** Government offices and old phones. */
const browsers = ['chrome80', 'safari14']

/**
 * Lowers each chunk when it is put together, not each module before: static fields lowered early look like side
 * effects, and then the parts of Chart.js that nobody uses stay in (10 kB gzip).
 */
const lower: Plugin = {
  name: 'lower',
  async renderChunk(code, { fileName }) {
    const assumptions = { setPublicClassFields: true }
    const lowered = await transformWithOxc(code, fileName, { target: browsers, assumptions })
    return { code: lowered.code, map: null }
  },
}

/** The empty workbooks, as they are in the repository: made anew, each would differ in its time. */
const templates = editions.map((edition) => {
  const name = `schema/${edition}.xlsx`
  return [name, readFileSync(new URL(`../${name}`, import.meta.url))] as const
})

/** Adds what is made of the product's own data, so that the Worker need not carry it. */
const documents: Plugin = {
  name: 'documents',
  generateBundle() {
    for (const [fileName, source] of [...generated(), ...staticFiles(), ...templates])
      this.emitFile({ type: 'asset', fileName, source })
  },
}

// One script and one stylesheet for every page; Chart.js is a chunk that loads on first interaction. The Worker finds
// the names in the manifest.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [lower, documents],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    cssTarget: browsers,
    modulePreload: false,
    rolldownOptions: {
      input: [`${import.meta.dirname}/main.ts`, `${import.meta.dirname}/styles.css`],
      output: { minify: { compress: { target: browsers }, mangle: true, codegen: true } },
    },
  },
})
