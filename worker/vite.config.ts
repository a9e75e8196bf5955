import { defineConfig } from 'vite'

// The Worker as modules: each part of it is one of its own, loaded with the first request that needs it (app.ts). What
// several need is a module that they share. The manifest tells .size-limit.ts what is loaded with what.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    ssr: 'index.ts',
    outDir: '../dist-worker',
    emptyOutDir: true,
    minify: true,
    manifest: true,
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
