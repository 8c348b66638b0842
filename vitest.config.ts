import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real work (encoding, killed processes) takes its time on a busy machine; no test asserts on time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
