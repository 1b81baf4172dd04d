import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    exclude: process.env['GOLDEN_THREAD_UNIT_TESTS'] ? ['src/**/*.{db,browser}.test.{ts,tsx}'] : [],
    globalSetup: ['src/store/test-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
})
