import { type Plugin, defineConfig, transformWithOxc } from 'vite'

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

// One script and one stylesheet for every page; Chart.js is a chunk that loads on first interaction. The Worker finds
// the names in the manifest.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [lower],
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
