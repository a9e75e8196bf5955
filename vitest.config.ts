import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // Pure functions: nothing that one file does is seen by another.
      { test: { name: 'core', include: ['test/core/**/*.test.ts'], isolate: false } },
      { test: { name: 'cli', include: ['test/{cli,web}/**/*.test.ts'] } },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: './worker/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { MIGRATIONS: await readD1Migrations('./migrations') } },
          })),
        ],
        test: {
          name: 'worker',
          // A fresh database for every file is enough (setup.ts): a fresh Worker costs half a second each.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          include: ['test/worker/**/*.test.{ts,tsx}'],
          setupFiles: ['./test/worker/setup.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['./test/e2e/server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One browser at a time: two cores, and Chromium unpacks in one place.
          fileParallelism: false,
        },
      },
    ],
  },
})
