import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listKnownArchives, rememberArchive } from '../../../src/app/archives/known-archives.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { takeLock } from '../../../src/base/lock.ts'

async function makeEnvironment() {
  const dataDir = await mkdtemp(join(tmpdir(), 'songkeep-test-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  return readEnvironment({ SONGKEEP_DATA: dataDir })
}

const names = Array.from({ length: 20 }, (_, at) => `/keep/${at}`)

test('archives that are remembered at the same time are all remembered', async () => {
  const environment = await makeEnvironment()
  await Promise.all(names.map((dir) => rememberArchive(environment, dir)))
  const known = await listKnownArchives(environment)
  expect(known.map(({ dir }) => dir).toSorted()).toEqual(names.toSorted())
})

test('another process that writes the list is waited for', async () => {
  const environment = await makeEnvironment()
  const lock = takeLock(join(environment.dataDir ?? '', 'archives.lock'))
  let isDone = false
  const remembering = rememberArchive(environment, '/keep').then(() => {
    isDone = true
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(isDone).toBe(false)
  lock[Symbol.dispose]()
  await remembering
  expect(await listKnownArchives(environment)).toMatchObject([{ dir: '/keep' }])
})
