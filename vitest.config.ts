import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * Their tests compute and read files: nothing stays in the process that another file could meet. What replaces a module
 * is called `.mocked.test.ts`, and has a process of its own.
 */
const computing = [
  ...['app', 'archive', 'backup', 'catalogue', 'cli', 'jobs', 'match', 'playlist', 'report'],
  ...['rights', 'source', 'tags', 'text', 'web', 'words'],
].map((room) => `test/${room}/**/!(*.mocked|*.slow).test.ts`)

/** They take seconds of a core each: `npm run test:long` runs them. */
const slow = 'test/**/*.slow.test.ts'

export default defineConfig({
  test: {
    // More than the cores: many tests wait for a host's pace, a killed program or a slow client.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Real work (encoding, killed processes) takes its time on a busy machine; no test asserts on time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What Node compiles is kept for the next of hundreds of processes, as `bin/songkeep.js` does for a user.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/songkeep-tests') },
    projects: [
      {
        extends: true,
        test: {
          name: 'own process',
          include: ['test/**/*.test.ts'],
          exclude: [...computing, slow],
        },
      },
      // To start a process for each of these files costs more than their tests do.
      { extends: true, test: { name: 'one process', include: computing, isolate: false } },
    ],
  },
})
