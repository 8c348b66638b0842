import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openArchive } from '../../../src/archive/archive.ts'
import { findFaults } from '../../archive/support/find-faults.ts'
import { useTemporary } from '../../archive/support/temporary.ts'
import { ceph, describeS3, newBucket } from '../../support/servers/s3-server.ts'
import { checkAll, copyOf, environment, makeArchive, mirrorTo, pathOf, summary } from './support.ts'

const place = useTemporary()
const TRACKS = 40

/** Runs the program, and kills it after so long; true where it had ended before. */
async function killedAfter(ms: number, args: readonly string[], variables = {}): Promise<boolean> {
  const child = spawn(process.execPath, ['bin/songkeep.js', 'mirror', ...args], {
    env: { ...process.env, ...variables },
    stdio: 'ignore',
  })
  const ended = new Promise<boolean>((resolve) => child.on('exit', (code) => resolve(code === 0)))
  await Promise.race([setTimeout(ms), ended])
  child.kill('SIGKILL')
  return await ended
}

/** Files of 200 kB each. */
async function begin() {
  await makeArchive(place.dir, TRACKS, 1, 200_000)
}

test('killed anywhere and run again, a copy in a folder is whole, and nothing that was whole is lost', async () => {
  await begin()
  const target = copyOf(place.root)
  const args = [place.dir, target, '--rate', '4MB/s']
  let kills = 0
  for (let ms = 500; ms < 2500; ms += 250) if (!(await killedAfter(ms, args))) kills++
  expect(kills).toBeGreaterThan(3)
  expect(summary(await mirrorTo(place.dir, { target })).faults).toEqual([])
  const checked = await checkAll(place.dir)
  expect(summary(checked).faults).toEqual([])
  await using copy = await openArchive(target, { readOnly: true })
  expect(copy.list()).toHaveLength(TRACKS)
  expect(await findFaults(copy)).toEqual([])
})

describeS3('a copy in a bucket', ceph, (running) => {
  test('is made, checked, updated, and killed anywhere goes on', async () => {
    await begin()
    const { bucket, endpoint, http } = await newBucket(running())
    await http[Symbol.asyncDispose]()
    const { accessKeyId, secretAccessKey } = running()
    const by = { ...environment, s3: { credentials: { accessKeyId, secretAccessKey }, endpoint } }
    const target = `s3://${bucket}/keep`
    const variables = {
      SONGKEEP_S3_ACCESS_KEY_ID: accessKeyId,
      SONGKEEP_S3_SECRET_ACCESS_KEY: secretAccessKey,
    }
    const args = [place.dir, target, '--endpoint', endpoint]
    for (const ms of [900, 1200, 1500, 1800]) await killedAfter(ms, args, variables)
    expect(summary(await mirrorTo(place.dir, { target }, by)).faults).toEqual([])
    expect(summary(await checkAll(place.dir, {}, by)).faults).toEqual([])
    expect(summary(await mirrorTo(place.dir, {}, by))).toMatchObject({ copied: 0, faults: [] })
    await makeArchive(place.dir, 1, TRACKS + 1)
    await writeFile(join(place.dir, pathOf(1)), 'CONTENT 1')
    expect(summary(await mirrorTo(place.dir, { full: true }, by)).faults).toEqual([])
    expect(summary(await checkAll(place.dir, {}, by)).faults).toEqual([])
    const refused = { ...by, s3: { ...by.s3, endpoint: 'http://127.0.0.1:9' } }
    await expect(mirrorTo(place.dir, {}, refused)).rejects.toMatchObject({
      reason: { code: 'preserve.endpoint-not-named' },
    })
    const told = await readFile(join(place.dir, 'copies.jsonl'), 'utf8')
    expect(told).not.toContain(secretAccessKey)
  })
})

test('a full disk stops the run and leaves nothing half', async (context) => {
  const disk = await mkdtemp(join(tmpdir(), 'songkeep-full-'))
  const mount = spawn('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' })
  const isMounted = await new Promise((resolve) => {
    mount.on('exit', (code) => resolve(code === 0)).on('error', () => resolve(false))
  })
  if (!isMounted) {
    console.warn('SKIPPED, no tmpfs may be mounted here: a full disk')
    return context.skip()
  }
  try {
    await begin()
    const target = join(disk, 'Copy')
    await expect(mirrorTo(place.dir, { target })).rejects.toMatchObject({
      name: 'StorageError',
      reason: { code: 'storage.place-full' },
    })
    spawn('mount', ['-o', 'remount,size=64m', disk])
    await setTimeout(500)
    expect(summary(await mirrorTo(place.dir, { target })).faults).toEqual([])
    expect(summary(await checkAll(place.dir)).faults).toEqual([])
  } finally {
    await new Promise((resolve) => spawn('umount', [disk]).on('exit', resolve))
    await rm(disk, { recursive: true, force: true })
  }
})
