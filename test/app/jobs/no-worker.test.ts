import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEnvironment } from '../../../src/app/environment.ts'
import { openJobService } from '../../../src/app/jobs/jobs.ts'
import { viewOwnQueue } from '../../../src/app/jobs/own-queue.ts'
import { openStagedImports } from '../../../src/app/playlists/staged-imports.ts'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { openSqliteQueue } from '../../../src/jobs/sqlite/sqlite-queue.ts'
import { makeTempDir } from '../../support/program.ts'

test.each([
  [undefined, undefined],
  [true, undefined],
  [false, true],
])(
  'of runners it is known: %s; of what waits it is told that nobody is there: %s',
  async (known, noWorker) => {
    const dir = await makeTempDir()
    await using plain = await openSqliteQueue(join(dir, 'jobs.sqlite'))
    const queue = { ...plain, ...(known !== undefined && { hasRunners: async () => known }) }
    const stagedImports = await openStagedImports(join(dir, 'readings'))
    const work = { payload: { kind: 'verify', into: '/keep' }, title: 'Keep', owner: 'anna' }
    const { id } = await plain.add(work)
    await plain.add(work)
    await plain.signal(id, 'pause')
    for (const each of [queue, viewOwnQueue(queue, 'anna')]) {
      const tools = {
        ...{ queue: each, stagedImports, folders: new AllowedFolders([]) },
        environment: readEnvironment({}),
      }
      await using jobs = await openJobService(tools)
      const told = (await jobs.list()).map((job) => [job.state, job.noWorker])
      expect(told).toEqual([
        ['queued', noWorker],
        ['paused', undefined],
      ])
    }
  },
)
