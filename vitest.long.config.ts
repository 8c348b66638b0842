import { defineConfig } from 'vitest/config'

/** What takes minutes: killed runs, a thousand hostile inputs, real encodes. `npm run test:long`. */
export default defineConfig({
  test: {
    // What makes sound runs again, with the FFmpeg of this machine besides.
    include: ['test/**/*.long.ts', 'test/**/*.property.test.ts', 'test/media/**/*.test.ts'],
    // Of properties that cost much, `npm test` tries a tenth as often.
    env: { SONGKEEP_PROPERTY_RUNS: 'all' },
    testTimeout: 30 * 60_000,
    hookTimeout: 10 * 60_000,
    fileParallelism: false,
  },
})
