import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DigestPool } from '../../src/base/process/digest-pool.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-digests-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

test('digests of more files than there are threads, each its own', async () => {
  await using pool = new DigestPool(2)
  const sizes = [0, 1, 262_143, 262_144, 262_145, 1_000_000, 3]
  const contents = sizes.map((size, at) => Buffer.alloc(size, at + 1))
  const paths = contents.map((_, at) => join(dir, `${at}`))
  for (const [at, path] of paths.entries()) await writeFile(path, contents[at]!)
  const sums = await Promise.all(paths.map((path) => pool.digest(path)))
  expect(sums).toEqual(
    contents.map((bytes) => ({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    })),
  )
})

test.each(['missing', 'folder', 'link', 'pipe'])('refused, not waited for: a %s', async (kind) => {
  await using pool = new DigestPool(1)
  const path = join(dir, `refused-${kind}`)
  await writeFile(join(dir, 'plain'), 'plain')
  if (kind === 'folder') await mkdir(path)
  if (kind === 'link') await symlink(join(dir, 'plain'), path)
  if (kind === 'pipe') execFileSync('mkfifo', [path])
  const code = { missing: 'ENOENT', link: 'ELOOP' }[kind]
  await expect(pool.digest(path)).rejects.toMatchObject(code ? { code } : {})
  // The thread goes on with the next one.
  expect((await pool.digest(join(dir, 'plain'))).bytes).toBe(5)
})

test('an abort ends a reading and one that waits for its turn, and leaves the pool usable', async () => {
  await using pool = new DigestPool(1)
  const path = join(dir, 'long')
  // Sparse: it takes no room, and seconds to read.
  await using file = await open(path, 'w')
  await file.truncate(2 ** 36)
  const stop = new AbortController()
  const reading = [pool.digest(path, stop.signal), pool.digest(path, stop.signal)]
  await sleep(20)
  stop.abort(new Error('enough'))
  for (const each of reading) await expect(each).rejects.toThrow('enough')
  await file.truncate(1)
  expect((await pool.digest(path)).bytes).toBe(1)
})
