import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { jobOfBackup } from '../../../src/app/backups/record-run.ts'
import { openSqliteQueue } from '../../../src/jobs/sqlite/sqlite-queue.ts'
import { completeRequest } from '../../../src/model/backup/request.ts'
import { makeTempDir, runProgram, startProgram } from '../../support/program.ts'
import { makeWav } from '../../support/sound.ts'

/** One paused backup of so many tracks that are all there, and a queue to look at it. */
async function pauseJob(tracks: number) {
  const dir = await makeTempDir()
  const cache = join(dir, 'cache')
  const music = join(dir, 'Music')
  for (const each of [music, join(cache, 'data')]) await mkdir(each, { recursive: true })
  const titles = Array.from({ length: tracks }, (_, at) => `Song ${at}`)
  for (const [at, title] of titles.entries())
    await writeFile(join(music, `The Testers - ${title}.wav`), makeWav(3, at))
  const list = join(dir, 'List.txt')
  await writeFile(list, titles.map((title) => `The Testers - ${title}\n`).join(''))
  const into = join(dir, 'Keep')
  const request = completeRequest({ inputs: [list], libraries: [music], into, offline: true })
  const queue = await openSqliteQueue(join(cache, 'data', 'jobs.sqlite'))
  const work = { payload: jobOfBackup(request), title: 'List', owner: 'page', exclusiveKey: into }
  const { id } = await queue.add(work)
  await queue.signal(id, 'pause')
  return { cache, queue, id, work }
}

test('a paused job is done at once in the terminal that asks for it', async () => {
  const { cache, queue, id } = await pauseJob(2)
  await using _ = queue
  const { code, stdout } = await runProgram(['jobs', 'resume', id.slice(0, 8), '--here'], cache)
  expect(code).toBe(0)
  expect(stdout.trim().split('\n').at(-1)).toMatch(/^[0-9a-f]{8} {2}done +2\/2/)
  expect(await queue.find(id)).toMatchObject({ state: 'done' })
  const again = await runProgram(['jobs', 'resume', id, '--here'], cache)
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('has ended') })
})

test('what another is at is not begun a second time', async () => {
  const { cache, queue, id, work } = await pauseJob(1)
  await using _ = queue
  await queue.adopt({ ...work, title: 'Other' }, `${process.pid} other`)
  const { stdout, stderr } = await runProgram(['jobs', 'resume', id, '--here'], cache)
  expect(stdout, stderr).toContain('somebody else is at it')
  expect(await queue.find(id)).toMatchObject({ state: 'queued' })
})

test('interrupted, it goes back in line', async () => {
  const { cache, queue, id } = await pauseJob(30)
  await using _ = queue
  const { child, ended } = startProgram(['jobs', 'resume', id, '--here'], cache)
  await vi.waitFor(async () => expect(await queue.find(id)).toMatchObject({ state: 'running' }), {
    timeout: 60_000,
  })
  child.kill('SIGINT')
  expect((await ended).stdout.trim().split('\n').at(-1)).toContain('queued')
  expect(await queue.find(id)).toMatchObject({ state: 'queued', adopted: false })
})
