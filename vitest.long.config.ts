import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** They compute on one core each, and wait for nobody: as many run beside one another as there are cores. */
const computing = [
  'test/**/*.property.test.ts',
  'test/{match,playlist,catalogue,source,tags,backup,fixity,packages}/**/*.long.ts',
  // Too slow for `npm test`, but alone with nothing: no killed run, no browser, no other program.
  'test/**/*.slow.test.ts',
  // What makes sound runs again, with the FFmpeg of this machine besides.
  'test/media/**/*.{test,long}.ts',
]

/** What takes minutes: killed runs, a thousand hostile inputs, real encodes. `npm run test:long`. */
export default defineConfig({
  test: {
    // Of properties that cost much, `npm test` tries a tenth as often.
    env: { SONGKEEP_PROPERTY_RUNS: 'all' },
    testTimeout: 30 * 60_000,
    // A page on a busy machine takes its time too.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 10 * 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'side by side',
          include: computing,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'one by one',
          include: ['test/**/*.long.ts'],
          exclude: computing,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
