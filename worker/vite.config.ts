import { defineConfig } from 'vite'

// The Worker as modules: what most requests do not need is a module of its own, loaded with the first that does.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    ssr: 'index.ts',
    outDir: '../dist-worker',
    emptyOutDir: true,
    minify: true,
    sourcemap: true,
    target: 'es2024',
    rolldownOptions: {
      external: [/^cloudflare:/, /^node:/],
      // A Worker's first module may export its handlers and nothing else.
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'index.js', chunkFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true, resolve: { conditions: ['workerd', 'worker', 'browser'] } },
})
