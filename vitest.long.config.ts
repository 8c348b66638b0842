import { defineConfig } from 'vitest/config'

/** What takes minutes: killed runs, a thousand hostile inputs, real encodes. `npm run test:long`. */
export default defineConfig({
  test: {
    include: ['test/**/*.long.ts'],
    testTimeout: 30 * 60_000,
    hookTimeout: 10 * 60_000,
    fileParallelism: false,
  },
})
