import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // All cores: vitest leaves one of them free, which of two is half.
    maxWorkers: '100%',
    // Real work (encoding, killed processes) takes its time on a busy machine; no test asserts on time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
