import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FileStore } from '../../src/storage/file/file-store.ts'
import { sourceOf, testStore } from '../contract/store.ts'

const newFolder = () => mkdtemp(join(tmpdir(), 'songkeep-files-'))
const signal = new AbortController().signal

testStore('a folder', { open: async () => new FileStore(await newFolder()) })

test('follows no link, in a folder’s place or a file’s', async () => {
  const [root, outside] = [await newFolder(), await newFolder()]
  await writeFile(join(outside, 'theirs'), 'theirs')
  await symlink(outside, join(root, 'linked'))
  await symlink(join(outside, 'theirs'), join(root, 'file'))
  const store = new FileStore(root)
  for (const key of ['linked/theirs', 'linked/new', 'file'])
    await expect(store.put(key, sourceOf('mine'), { signal })).rejects.toMatchObject({
      reason: { code: 'storage.in-the-way' },
    })
  await expect(store.delete('linked/theirs')).rejects.toThrow()
  await expect(store.move('linked/theirs', 'stolen')).rejects.toThrow()
  expect(await readFile(join(outside, 'theirs'), 'utf8')).toBe('theirs')
  expect(await readdir(outside)).toEqual(['theirs'])
})

test('leaves nothing unfinished behind, and sweeps what a killed run has left', async () => {
  const root = await newFolder()
  const store = new FileStore(root)
  const wrong = { ...sourceOf('a'), sha256: '0'.repeat(64) }
  await expect(store.put('a', wrong, { signal })).rejects.toThrow()
  expect(await readdir(join(root, '.songkeep/work'))).toEqual([])
  await writeFile(join(root, '.songkeep/work/half'), 'half')
  await mkdir(join(root, 'theirs'))
  await store.sweep()
  expect((await readdir(root)).toSorted()).toEqual(['.songkeep', 'theirs'])
  expect(await readdir(join(root, '.songkeep'))).toEqual([])
})

test('says that its folder is gone', async () => {
  const store = new FileStore(join(await newFolder(), 'gone'))
  await expect(store.put('a', sourceOf('a'), { signal })).rejects.toMatchObject({
    name: 'StorageError',
    reason: { code: 'storage.place-broken' },
  })
})
