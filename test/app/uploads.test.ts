import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStagedImports } from '../../src/app/playlists/staged-imports.ts'
import { openUploads } from '../../src/app/playlists/uploads.ts'
import { makeTempDir } from '../support/program.ts'
import { errorLike } from '../support/words/reasons.ts'

const MEGABYTE = 2 ** 20
const { signal } = new AbortController()

async function* bytesOf(...sizes: readonly number[]) {
  for (const size of sizes) yield Buffer.alloc(size, 'x')
}

test('one as large as may be is kept; a larger one is refused as it comes, and nothing of it stays', async () => {
  const dir = await makeTempDir()
  const uploads = await openUploads(dir, { bytes: MEGABYTE })
  let taken = 0
  async function* pieces(count: number) {
    while (taken < count) {
      taken++
      yield Buffer.alloc(MEGABYTE / 16, taken)
    }
  }
  const whole = await uploads.receive('whole.csv', pieces(16), signal)
  expect(whole).toMatchObject({ name: 'whole.csv', bytes: MEGABYTE })
  expect(await readFile(await uploads.find(whole.id))).toHaveLength(MEGABYTE)

  taken = 0
  await expect(uploads.receive('large.csv', pieces(Infinity), signal)).rejects.toThrow(
    errorLike('playlist.upload-too-large', { maxMegabytes: 1 }),
  )
  expect(taken).toBe(17)
  expect(await readdir(dir)).toEqual([whole.id])
})

test('so many are taken, and no more until one has been read', async () => {
  const uploads = await openUploads(await makeTempDir(), { number: 2 })
  const first = await uploads.receive('1.csv', bytesOf(10), signal)
  await uploads.receive('2.csv', bytesOf(10), signal)
  const third = () => uploads.receive('3.csv', bytesOf(10), signal)
  await expect(third()).rejects.toThrow(errorLike('playlist.uploads-full'))
  await uploads.remove(first.id)
  expect((await third()).bytes).toBe(10)
})

test('their sum has a bound, also where they come at once and where the server has begun anew', async () => {
  const dir = await makeTempDir()
  const uploads = await openUploads(dir, { sum: 100 })
  const each = ['1.csv', '2.csv', '3.csv'].map((name) =>
    uploads.receive(name, bytesOf(10, 10, 10, 10), signal),
  )
  const ended = await Promise.allSettled(each)
  expect(ended.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(2)
  const again = await openUploads(dir, { sum: 100 })
  await expect(again.receive('4.csv', bytesOf(90), signal)).rejects.toThrow(
    errorLike('playlist.uploads-full'),
  )
})

test('old ones are swept, and nothing that was not made here', async () => {
  const [dir, elsewhere] = [await makeTempDir(), await makeTempDir()]
  await writeFile(join(elsewhere, 'song.mp3'), 'mine')
  const alike = '11111111-1111-4111-8111-111111111111'
  await mkdir(join(dir, alike))
  await writeFile(join(dir, alike, 'song.mp3'), 'mine')
  await symlink(elsewhere, join(dir, '22222222-2222-4222-8222-222222222222'))
  await writeFile(join(dir, 'notes.txt'), 'mine')
  for (const name of [alike, 'notes.txt']) await utimes(join(dir, name), 0, 0)
  const uploads = await openUploads(dir, { ageMs: -1 })
  const old = await uploads.receive('old.csv', bytesOf(1), signal)
  await writeFile(join(dir, old.id, 'beside.txt'), 'mine')
  await openUploads(dir, { ageMs: -1 })
  expect(await readdir(join(dir, old.id))).toEqual(['beside.txt'])
  expect(await readdir(elsewhere)).toEqual(['song.mp3'])
  expect((await readdir(dir)).toSorted()).toEqual(
    [alike, '22222222-2222-4222-8222-222222222222', 'notes.txt', old.id].toSorted(),
  )
  await uploads.remove(alike)
  expect(await readdir(join(dir, alike))).toEqual(['song.mp3'])
  await expect(uploads.find(alike)).rejects.toThrow(errorLike('playlist.upload-gone'))
})

test.each(['../../secret.csv', '..', '/etc/passwd', ''])(
  'a marker that names %j leads nowhere',
  async (name) => {
    const dir = await makeTempDir()
    const id = '33333333-3333-4333-8333-333333333333'
    await mkdir(join(dir, id))
    await writeFile(join(dir, id, '.songkeep-upload'), JSON.stringify({ name, at: 0 }))
    const uploads = await openUploads(dir)
    await expect(uploads.find(id)).rejects.toThrow(errorLike('playlist.upload-gone'))
    await uploads.remove(id)
    expect(await readdir(join(dir, id))).toEqual(['.songkeep-upload'])
  },
)

test('old imports are swept, and nothing that was not made here', async () => {
  const dir = await makeTempDir()
  const imports = await openStagedImports(dir)
  const [left, used] = [await imports.store([]), await imports.store([])]
  const others = ['44444444-4444-4444-8444-444444444444.json', 'notes.txt']
  for (const name of others) await writeFile(join(dir, name), '{"mine":true}')
  for (const name of await readdir(dir)) await utimes(join(dir, name), 0, 0)
  await imports.sweep(new Set([used]))
  expect((await readdir(dir)).toSorted()).toEqual([...others, `${used}.json`].toSorted())
  expect(await imports.find(used)).toEqual([])
  await expect(imports.find(left)).rejects.toThrow(errorLike('playlist.staged-import-gone'))
})
