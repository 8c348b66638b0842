import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyCatalogue } from '../../../src/catalogue/info.ts'
import { fetchCatalogue } from '../../../src/catalogue/published/fetch.ts'
import { publishCatalogue } from '../../../src/catalogue/published/publish.ts'
import { FileStore } from '../../../src/storage/file/file-store.ts'
import {
  build,
  codeOf,
  fetch,
  findTitle,
  key,
  pieceBytes,
  publish,
  signal,
  testPublishing,
  trust,
} from '../../contract/published-catalogue.ts'
import { makeFolder } from '../support/catalogue.ts'

testPublishing('in a folder', async () => new FileStore(makeFolder()))

/** Counts what is read of pieces. */
class CountingStore extends FileStore {
  pieces = 0

  override async *get(...given: Parameters<FileStore['get']>) {
    if (given[0].startsWith('pieces/')) this.pieces++
    yield* super.get(...given)
  }
}

test('a fetch that was stopped goes on with what it has', async () => {
  const store = new CountingStore(makeFolder())
  const { bytes } = await publish(await build('First'), store)
  const folder = makeFolder()
  let done = 0
  for await (const event of fetchCatalogue(store, folder, { signal, trust })) {
    if (event.kind === 'progress') done = event.bytes
    if (done > bytes / 2) break
  }
  const before = store.pieces
  expect(findTitle.bind(undefined, folder, 'First')).toThrow()
  await fetch(store, folder)
  expect(before).toBeGreaterThan(5)
  // A few pieces of files that are shorter than one may be there twice.
  expect(store.pieces - before).toBeLessThan(before)
  verifyCatalogue(folder)
  expect(readdirSync(folder)).not.toContain('.fetching')
})

test('a publisher that was stopped has published nothing, and goes on', async () => {
  const store = new FileStore(makeFolder())
  const folder = await build('First')
  let total = 0
  for await (const event of publishCatalogue(folder, store, key, { signal, pieceBytes })) {
    total = event.totalBytes
    if (event.bytes > total / 2) break
  }
  expect(await codeOf(fetch(store, makeFolder(), { trust }))).toBe('catalogue.nothing-published')
  expect((await publish(folder, store)).sentBytes).toBeLessThan(total / 2)
})

test('damage in a fetched folder is mended where it is looked for', async () => {
  const store = new FileStore(makeFolder())
  await publish(await build('First'), store)
  const folder = makeFolder()
  await fetch(store, folder, { trust })
  const index = readdirSync(folder).find((each) => /^[0-9a-f]{32}$/.test(each)) ?? ''
  const path = join(folder, index, 'keys-000.seg')
  const bytes = readFileSync(path)
  bytes[bytes.length - 1]! ^= 1
  writeFileSync(path, bytes)
  expect((await fetch(store, folder)).plan?.missingBytes).toBe(0)
  expect((await fetch(store, folder, { check: true })).plan?.missingBytes).toBe(bytes.length)
  verifyCatalogue(folder)
})

test('a folder that was not fetched into is left alone', async () => {
  const store = new FileStore(makeFolder())
  const built = await build('First')
  await publish(built, store)
  expect(await codeOf(fetch(store, built, { trust }))).toBe('catalogue.built-here')
  const other = makeFolder()
  writeFileSync(join(other, 'mine.txt'), 'mine')
  expect(await codeOf(fetch(store, other, { trust }))).toBe('catalogue.folder-not-empty')
  expect(readdirSync(other).filter((each) => !each.startsWith('.'))).toEqual(['mine.txt'])
  expect(findTitle(built, 'First')).toBe('First 0')
})

test('a dry run fetches nothing', async () => {
  const store = new CountingStore(makeFolder())
  await publish(await build('First'), store)
  const { plan } = await fetch(store, makeFolder(), { trust, dryRun: true })
  expect(plan?.missingBytes).toBeGreaterThan(0)
  expect(store.pieces).toBe(0)
})
