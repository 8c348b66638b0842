import { statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, moveInto, writeAtomic, writeSecret } from '../../src/base/file.ts'
import { hashFile } from '../../src/base/hash.ts'
import { takeLock } from '../../src/base/lock.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'file-'))
})
afterEach(() => rm(dir, { recursive: true }))

describe('writeAtomic', () => {
  test('writes, and replaces, leaving nothing else', async () => {
    const path = join(dir, 'a.txt')
    await writeAtomic(path, 'one')
    await writeAtomic(path, ['t', 'w', 'o'])
    expect(await readFile(path, 'utf8')).toBe('two')
    expect(await readdir(dir)).toEqual(['a.txt'])
  })

  test('what cannot be written to its end leaves the old file, and nothing else', async () => {
    const path = join(dir, 'a.txt')
    await writeAtomic(path, 'one')
    function* broken() {
      yield 'half'
      throw new Error('no more')
    }
    await expect(writeAtomic(path, broken())).rejects.toThrow('no more')
    expect(await readFile(path, 'utf8')).toBe('one')
    expect(await readdir(dir)).toEqual(['a.txt'])
  })

  test('a temporary name that is taken is never written over', async () => {
    await writeFile(join(dir, 'part'), 'theirs')
    await expect(writeAtomic(join(dir, 'a.txt'), 'ours', join(dir, 'part'))).rejects.toThrow(
      'EEXIST',
    )
    expect(await readFile(join(dir, 'part'), 'utf8')).toBe('theirs')
  })

  test('a link is replaced, not followed', async () => {
    await writeFile(join(dir, 'target'), 'theirs')
    await symlink(join(dir, 'target'), join(dir, 'a.txt'))
    await writeAtomic(join(dir, 'a.txt'), 'ours')
    expect(await readFile(join(dir, 'target'), 'utf8')).toBe('theirs')
    expect(await readFile(join(dir, 'a.txt'), 'utf8')).toBe('ours')
  })
})

describe('writeSecret', () => {
  test('is its owner’s alone to read, also where what it replaces was not', async () => {
    const path = join(dir, 'secret')
    await writeFile(path, 'old', { mode: 0o644 })
    await writeSecret(path, 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(dir)).toEqual(['secret'])
  })

  test('leaves nothing behind where it cannot be written', async () => {
    await mkdir(join(dir, 'secret'))
    await expect(writeSecret(join(dir, 'secret'), 'x')).rejects.toThrow()
    expect(await readdir(dir)).toEqual(['secret'])
  })
})

describe('moveInto', () => {
  test('replaces what had the name', async () => {
    await writeFile(join(dir, 'new'), 'new')
    await writeFile(join(dir, 'a'), 'old')
    await moveInto(join(dir, 'new'), join(dir, 'a'))
    expect(await readdir(dir)).toEqual(['a'])
    expect(await readFile(join(dir, 'a'), 'utf8')).toBe('new')
  })

  test('a read-only file is moved too', async () => {
    await writeFile(join(dir, 'new'), 'new', { mode: 0o444 })
    await moveInto(join(dir, 'new'), join(dir, 'a'))
    expect(await readdir(dir)).toEqual(['a'])
  })

  const other = statSync('/dev/shm', { throwIfNoEntry: false })
  const isOther = other !== undefined && other.dev !== statSync(tmpdir()).dev
  if (!isOther) console.warn('SKIPPED, no second file system here: a move between two')
  test.skipIf(!isOther)('between two file systems', async () => {
    const far = await mkdtemp('/dev/shm/file-')
    try {
      await writeFile(join(far, 'new'), 'new')
      expect((await stat(far)).dev).not.toBe((await stat(dir)).dev)
      await moveInto(join(far, 'new'), join(dir, 'a'))
      expect([await readdir(far), await readdir(dir)]).toEqual([[], ['a']])
      await writeFile(join(far, 'new'), 'new')
      await mkdir(join(dir, 'folder'))
      await expect(moveInto(join(far, 'new'), join(dir, 'folder'))).rejects.toThrow()
      // What could not be moved is still where it was, and nowhere by halves.
      expect([await readdir(far), await readdir(dir)]).toEqual([['new'], ['a', 'folder']])
    } finally {
      await rm(far, { recursive: true })
    }
  })
})

describe('hashFile', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('FIPS 180-2 examples', async (text, sha256) => {
    await writeFile(join(dir, 'a'), text)
    expect(await hashFile(join(dir, 'a'))).toEqual({ sha256, bytes: text.length })
  })

  test('links are followed only where that is wanted, and a folder has no sum', async () => {
    await writeFile(join(dir, 'a'), '')
    await symlink(join(dir, 'a'), join(dir, 'b'))
    expect((await hashFile(join(dir, 'b'))).bytes).toBe(0)
    await expect(hashFile(join(dir, 'b'), { noFollow: true })).rejects.toThrow('ELOOP')
    await expect(hashFile(dir)).rejects.toThrow(/Not a regular file/)
    await expect(hashFile('/dev/null')).rejects.toThrow(/Not a regular file/)
  })

  test('an abort ends it', async () => {
    await writeFile(join(dir, 'a'), 'abc')
    await expect(hashFile(join(dir, 'a'), { signal: AbortSignal.abort() })).rejects.toThrow(/abort/)
  })
})

describe('takeLock', () => {
  test('one at a time', () => {
    const path = join(dir, 'lock')
    {
      using _ = takeLock(path)
      expect(() => takeLock(path)).toThrow(/Another run is at work/)
    }
    takeLock(path)[Symbol.dispose]()
    expect(statSync(path).size).toBe(0)
  })

  test('nothing but an empty file is a lock', async () => {
    await writeFile(join(dir, 'target'), '')
    await symlink(join(dir, 'target'), join(dir, 'link'))
    expect(() => takeLock(join(dir, 'link'))).toThrow(/not an empty file/)
    await writeFile(join(dir, 'full'), 'theirs')
    expect(() => takeLock(join(dir, 'full'))).toThrow(/not an empty file/)
    expect(await readFile(join(dir, 'full'), 'utf8')).toBe('theirs')
    expect(() => takeLock(join(dir, 'no/lock'))).toThrow(/Cannot take the lock/)
  })
})

test('codeOf', () => {
  expect(codeOf(Object.assign(new Error(), { code: 'ENOENT' }))).toBe('ENOENT')
  expect(codeOf(new Error())).toBeUndefined()
  expect(codeOf('ENOENT')).toBeUndefined()
})
