import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  BadKeyError,
  DigestMismatchError,
  NoSuchKeyError,
  SourceUnreadableError,
} from '../../src/storage/errors.ts'
import type { Store, StoreSource } from '../../src/storage/store.ts'
import { runs } from '../support/runs.ts'

export interface StoreUnderTest {
  /** A new store with nothing in it. */
  open(): Promise<Store>
  /** The server cannot write under a condition, and says so. */
  readonly hasNoConditions?: boolean
  /** Bytes of a file that goes in several parts; none where there are no parts. */
  readonly largeBytes?: number
  /** It gives addresses that others can read from. */
  readonly canSign?: boolean
}

const signal = new AbortController().signal
const options = { signal }
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
export const sourceOf = (text: string | Uint8Array): StoreSource => {
  const from = Buffer.from(text as string)
  return { from, bytes: from.length, sha256: sha256(from) }
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of chunks) pieces.push(Uint8Array.from(piece))
  return Buffer.concat(pieces)
}

async function keysOf(store: Store, prefix = ''): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(prefix, signal)) keys.push(key)
  return keys.toSorted()
}

/** What every store of bytes has to do. */
export function testStore(
  name: string,
  { open, hasNoConditions, largeBytes, canSign = false }: StoreUnderTest,
) {
  describe(name, () => {
    let store: Store
    let dir: string

    beforeAll(async () => {
      store = await open()
      dir = await mkdtemp(join(tmpdir(), 'songkeep-store-'))
    })

    afterAll(async () => {
      await store[Symbol.asyncDispose]()
    })

    test('says what it can do', async () => {
      expect(await store.capabilities(signal)).toEqual({
        conditionalWrites: !hasNoConditions,
        checksDigests: true,
      })
      expect(await keysOf(store)).toEqual([])
    })

    test('gives back what was put, whole and in part', async () => {
      await store.put('a/b.txt', sourceOf('0123456789'), options)
      expect(String(await readAll(store.get('a/b.txt', options)))).toBe('0123456789')
      const range = { start: 3, end: 6 }
      expect(String(await readAll(store.get('a/b.txt', { ...options, range })))).toBe('345')
      const past = { start: 8, end: 99 }
      expect(String(await readAll(store.get('a/b.txt', { ...options, range: past })))).toBe('89')
      expect(await store.head('a/b.txt', signal)).toMatchObject({ key: 'a/b.txt', bytes: 10 })
      expect(await store.head('a/c.txt', signal)).toBeUndefined()
      await expect(readAll(store.get('a/c.txt', options))).rejects.toThrow(NoSuchKeyError)
    })

    test('replaces', async () => {
      await store.put('a/again', sourceOf('one'), options)
      await store.put('a/again', sourceOf('two'), options)
      expect(String(await readAll(store.get('a/again', options)))).toBe('two')
    })

    test('keeps what is empty', async () => {
      await store.put('a/empty', sourceOf(''), options)
      expect(await readAll(store.get('a/empty', options))).toHaveLength(0)
      expect(await store.head('a/empty', signal)).toMatchObject({ bytes: 0 })
    })

    test('puts a file, and nothing where it is not what was promised', async () => {
      const path = join(dir, 'file')
      await writeFile(path, 'content')
      const source = { ...sourceOf('content'), from: { path } }
      await store.put('f/right', source, options)
      expect(String(await readAll(store.get('f/right', options)))).toBe('content')
      const wrong = [
        { ...source, sha256: sha256(Buffer.from('other')) },
        { ...source, bytes: 6 },
        { ...source, bytes: 8 },
      ]
      for (const each of wrong)
        await expect(store.put('f/right', each, options)).rejects.toThrow(DigestMismatchError)
      const missing = { ...source, from: { path: join(dir, 'none') } }
      await expect(store.put('f/right', missing, options)).rejects.toThrow(SourceUnreadableError)
      await expect(store.put('f/new', wrong[0] as StoreSource, options)).rejects.toThrow()
      expect(String(await readAll(store.get('f/right', options)))).toBe('content')
      expect(await keysOf(store, 'f/')).toEqual(['f/right'])
    })

    test('puts once what is there once', async () => {
      const [one, other] = [Buffer.from('one'), Buffer.from('other')]
      if (hasNoConditions) {
        await expect(store.putIfAbsent('once/1', one, options)).rejects.toMatchObject({
          reason: { code: 'storage.no-conditions' },
        })
        expect(await keysOf(store, 'once/')).toEqual([])
        return
      }
      expect(await store.putIfAbsent('once/1', one, options)).toBe('stored')
      expect(await store.putIfAbsent('once/1', other, options)).toBe('taken')
      expect(await store.putIfAbsent('once/1', one, options)).toBe('stored')
      expect(String(await readAll(store.get('once/1', options)))).toBe('one')
    })

    test.skipIf(hasNoConditions)('of many who put at once, one wins', async () => {
      for (const round of [1, 2, 3, 4, 5]) {
        const all = Array.from({ length: 8 }, (_, at) => Buffer.from(`writer ${at}`))
        const results = await Promise.all(
          all.map((data) => store.putIfAbsent(`race/${round}`, data, options)),
        )
        expect(results.filter((result) => result === 'stored')).toHaveLength(1)
        const winner = all[results.indexOf('stored')]
        expect(await readAll(store.get(`race/${round}`, options))).toEqual(winner)
      }
    })

    test('lists by prefix, more than one page', async () => {
      const keys = Array.from({ length: 30 }, (_, at) => `list/${String(at).padStart(2, '0')}`)
      for (const key of keys) await store.put(key, sourceOf(key), options)
      expect(await keysOf(store, 'list/')).toEqual(keys)
      expect(await keysOf(store, 'list/1')).toEqual(keys.slice(10, 20))
      expect(await keysOf(store, 'none/')).toEqual([])
    })

    test('moves and deletes', async () => {
      await store.put('m/from it+’s &c. #1?', sourceOf('moved'), options)
      await store.move('m/from it+’s &c. #1?', 'm/deep/er/to', signal)
      expect(await keysOf(store, 'm/')).toEqual(['m/deep/er/to'])
      expect(String(await readAll(store.get('m/deep/er/to', options)))).toBe('moved')
      await expect(store.move('m/none', 'm/x', signal)).rejects.toThrow(NoSuchKeyError)
      await store.delete('m/deep/er/to', signal)
      await store.delete('m/deep/er/to', signal)
      expect(await keysOf(store, 'm/')).toEqual([])
    })

    test.each([
      '',
      '/a',
      'a//b',
      '../a',
      'a/../../b',
      'a/.',
      'a\\..\\b',
      'C:/a',
      'a\0b',
      'a\nb',
      `${'long/'.repeat(300)}x`,
    ])('takes no key that leads out: %j', async (key) => {
      await expect(store.put(key, sourceOf('x'), options)).rejects.toThrow(BadKeyError)
      await expect(readAll(store.get(key, options))).rejects.toThrow(BadKeyError)
      await expect(store.head(key, signal)).rejects.toThrow(BadKeyError)
      await expect(store.delete(key, signal)).rejects.toThrow(BadKeyError)
      await expect(store.move('a/b.txt', key, signal)).rejects.toThrow(BadKeyError)
    })

    test('keeps any bytes under any name', async () => {
      const name = fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .map((text) => text.normalize('NFC'))
        .filter((text) => !/[\\/:\p{Cc}\ufffe\uffff]|^\.{1,2}$/u.test(text) && text.isWellFormed())
      const key = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'))
      await fc.assert(
        fc.asyncProperty(key, fc.uint8Array({ maxLength: 200 }), async (key, bytes) => {
          const under = `any/${randomUUID()}`
          await store.put(`${under}/${key}`, sourceOf(bytes), options)
          expect(await keysOf(store, `${under}/`)).toEqual([`${under}/${key}`])
          expect(await readAll(store.get(`${under}/${key}`, options))).toEqual(Buffer.from(bytes))
        }),
        { numRuns: runs(30) },
      )
    })

    test.runIf(largeBytes)('puts a large file in parts, or nothing', async () => {
      const bytes = randomBytes(largeBytes ?? 0)
      const path = join(dir, 'large')
      await writeFile(path, bytes)
      const source = { from: { path }, bytes: bytes.length, sha256: sha256(bytes) }
      await store.put('large/one', source, options)
      expect(sha256(await readAll(store.get('large/one', options)))).toBe(source.sha256)
      const wrong = { ...source, sha256: sha256(Buffer.from('other')) }
      await expect(store.put('large/one', wrong, options)).rejects.toThrow(DigestMismatchError)
      await expect(store.put('large/two', wrong, options)).rejects.toThrow(DigestMismatchError)
      await expect(
        store.put('large/two', source, { signal: AbortSignal.timeout(5) }),
      ).rejects.toThrow()
      expect(await keysOf(store, 'large/')).toEqual(['large/one'])
      expect(sha256(await readAll(store.get('large/one', options)))).toBe(source.sha256)
    })

    test('gives signed addresses, or says that it cannot', () => {
      expect(store.presign !== undefined).toBe(canSign)
    })

    test('sweeps what is unfinished, and nothing else', async () => {
      const before = await keysOf(store)
      await store.sweep(() => true, signal)
      expect(await keysOf(store)).toEqual(before)
    })
  })
}
