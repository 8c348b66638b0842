import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // More than the cores: many tests wait for a host's pace, a killed program or a slow client.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Real work (encoding, killed processes) takes its time on a busy machine; no test asserts on time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
