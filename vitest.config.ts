import { defineConfig } from 'vitest/config'

const ALL = ['src/**/*.test.ts', 'src/**/*.test.tsx']
const WITH_A_SERVER = ['src/**/*.{db,browser}.test.{ts,tsx}']
const common = { testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' } as const

/** Rules need nothing of their own and share what they import; what opens a database or a browser has a process to itself. */
const rules = { test: { ...common, name: 'rules', include: ALL, exclude: WITH_A_SERVER, isolate: false } }
const served = {
  test: { ...common, name: 'served', include: WITH_A_SERVER, globalSetup: ['src/store/test-server.ts'] },
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    maxWorkers: 2,
    projects: (process.env['GOLDEN_THREAD_UNIT_TESTS'] ? [rules] : [rules, served]).map(project => ({
      extends: true,
      ...project,
    })),
  },
})
