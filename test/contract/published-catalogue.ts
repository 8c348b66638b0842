import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { verifyCatalogue } from '../../src/catalogue/info.ts'
import {
  type FetchEvent,
  type FetchOptions,
  fetchCatalogue,
} from '../../src/catalogue/published/fetch.ts'
import { publicKeyOf } from '../../src/catalogue/published/key.ts'
import { generationKey, pieceKey, readGeneration } from '../../src/catalogue/published/place.ts'
import { type PublishOptions, publishCatalogue } from '../../src/catalogue/published/publish.ts'
import type { Store } from '../../src/storage/store.ts'
import { inputOf, makeFolder, recording } from '../catalogue/support/catalogue.ts'
import { sourceOf } from './store.ts'

export const signal = new AbortController().signal
/** So that a small catalogue has many pieces. */
export const pieceBytes = 1024
export const { privateKey: key } = generateKeyPairSync('ed25519')
export const trust = publicKeyOf(key)

const shelf = (name: string, size = 400) =>
  Array.from({ length: size }, (_, at) =>
    recording({ id: `${name} ${at}`, title: `${name} ${at}`, artists: [`Artist ${at % 40}`] }),
  )

export async function build(name: string, out = makeFolder(), update = false): Promise<string> {
  await buildCatalogue({ out, inputs: [inputOf(shelf(name), name)], update })
  return out
}

export async function publish(folder: string, store: Store, options: Partial<PublishOptions> = {}) {
  const events = publishCatalogue(folder, store, key, { signal, pieceBytes, ...options })
  for (let next = await events.next(); ; next = await events.next())
    if (next.done) return next.value
}

export async function fetch(store: Store, folder: string, options: Partial<FetchOptions> = {}) {
  const events = fetchCatalogue(store, folder, { signal, ...options })
  let plan: Extract<FetchEvent, { kind: 'plan' }> | undefined
  for (let next = await events.next(); ; next = await events.next()) {
    if (next.done) return { generation: next.value, plan }
    if (next.value.kind === 'plan') plan = next.value
  }
}

export const codeOf = (running: Promise<unknown>) =>
  running.then(
    () => 'nothing',
    (error) => error?.reason?.code ?? String(error),
  )

/** The title that the catalogue in a folder gives for the first song of a name. */
export function findTitle(folder: string, name: string): string | undefined {
  using catalogue = new Catalogue([folder])
  return catalogue.lookUp({ title: `${name} 0`, artists: ['Artist 0'] })[0]?.title
}

const replace = (store: Store, at: string, bytes: Uint8Array) =>
  store.put(at, sourceOf(bytes), { signal })

async function read(store: Store, at: string): Promise<Buffer> {
  const pieces = []
  for await (const piece of store.get(at, { signal })) pieces.push(Uint8Array.from(piece))
  return Buffer.concat(pieces)
}

/** What publishing at, and fetching from, every store has to do. */
export function testPublishing(name: string, open: () => Promise<Store>) {
  describe(name, () => {
    let first: string
    let second: string

    beforeAll(async () => {
      first = await build('First')
      second = await build('Second')
    })

    test('a catalogue comes through whole, and again with nothing to fetch', async () => {
      await using store = await open()
      const published = await publish(first, store)
      expect(published).toMatchObject({ generation: 1, isNew: true, publicKey: trust, replaced: 0 })
      expect(published.sentBytes).toBeGreaterThan(5 * pieceBytes)
      const folder = join(makeFolder(), 'new')
      const fetched = await fetch(store, folder, { trust })
      expect(fetched.plan).toMatchObject({ tracks: 400, missingBytes: fetched.plan?.bytes })
      expect(fetched.plan?.bytes).toBe(published.bytes)
      verifyCatalogue(folder)
      expect(findTitle(folder, 'First')).toBe('First 0')
      expect((await fetch(store, folder)).plan).toMatchObject({ missingBytes: 0 })
      expect(await publish(first, store)).toMatchObject({
        generation: 1,
        isNew: false,
        sentBytes: 0,
      })
    })

    test('an update sends and fetches what is new alone, and the old is removed', async () => {
      await using store = await open()
      const shelf = await build('First')
      await publish(shelf, store)
      const folder = makeFolder()
      await fetch(store, folder, { trust })
      await build('More', shelf, true)
      const published = await publish(shelf, store)
      const { generation, plan } = await fetch(store, folder)
      expect(generation).toBe(2)
      expect(published.sentBytes).toBeLessThan(published.bytes)
      expect(plan?.missingBytes).toBeLessThan(plan?.bytes ?? 0)
      verifyCatalogue(folder)
      expect([findTitle(folder, 'First'), findTitle(folder, 'More')]).toEqual(['First 0', 'More 0'])
      await publish(second, store)
      await fetch(store, folder)
      expect(readdirSync(folder).filter((each) => /^[0-9a-f]{32}$/.test(each))).toHaveLength(1)
    })

    test('whoever has the old one open keeps reading it', async () => {
      await using store = await open()
      await publish(first, store)
      const folder = makeFolder()
      await fetch(store, folder, { trust })
      using reader = new Catalogue([folder], { memory: 0 })
      await publish(second, store)
      await fetch(store, folder)
      expect(reader.lookUp({ title: 'First 7', artists: ['Artist 7'] })[0]?.title).toBe('First 7')
      expect(findTitle(folder, 'Second')).toBe('Second 0')
    })

    test('no key is trusted that the user has not', async () => {
      await using store = await open()
      await publish(first, store)
      const folder = makeFolder()
      expect(await codeOf(fetch(store, folder))).toBe('catalogue.key-not-trusted')
      const asked: string[] = []
      const confirm = async (by: string) => asked.push(by) > 1
      expect(await codeOf(fetch(store, folder, { confirm }))).toBe('catalogue.key-not-trusted')
      await fetch(store, folder, { confirm })
      expect(asked).toEqual([trust, trust])
      // Now it is remembered.
      await fetch(store, folder)
      const other = publicKeyOf(generateKeyPairSync('ed25519').publicKey)
      expect(await codeOf(fetch(store, folder, { trust: other }))).toBe(
        'catalogue.signed-by-another',
      )
    })

    test('another publisher is refused, and refuses', async () => {
      await using store = await open()
      await publish(first, store)
      const other = generateKeyPairSync('ed25519').privateKey
      const events = publishCatalogue(second, store, other, { signal, pieceBytes })
      expect(await codeOf(events.next())).toBe('catalogue.published-by-another')
    })

    test('of two publishers at once one wins, and the other is told', async () => {
      await using store = await open()
      const results = await Promise.all(
        [first, second].map((folder) =>
          publish(folder, store).then(
            () => folder,
            (error) => error.reason.code as string,
          ),
        ),
      )
      const winner = results.find((each) => each === first || each === second)
      expect(results.filter((each) => each !== winner)).toEqual(['catalogue.published-meanwhile'])
      const folder = makeFolder()
      expect(await fetch(store, folder, { trust })).toMatchObject({ generation: 1 })
      expect(findTitle(folder, winner === first ? 'First' : 'Second')).toBeDefined()
    })

    test('a damaged, cut off or missing piece is told, kept out, and mended by its publisher', async () => {
      await using store = await open()
      await publish(first, store)
      const { files } = await readGeneration(store, 1, signal)
      const at = pieceKey(files.at(-1)?.pieces[0] ?? '')
      const whole = await read(store, at)
      const damages = [
        ['catalogue.piece-damaged', () => replace(store, at, randomBytes(whole.length))],
        ['catalogue.piece-damaged', () => replace(store, at, whole.subarray(1))],
        ['catalogue.piece-missing', () => store.delete(at, signal)],
      ] as const
      for (const [code, damage] of damages) {
        await damage()
        const folder = makeFolder()
        expect(await codeOf(fetch(store, folder, { trust }))).toBe(code)
        expect(existsSync(join(folder, 'catalogue.json'))).toBe(false)
        await publish(first, store, { check: true })
        // It goes on with the pieces that it has.
        expect((await fetch(store, folder)).generation).toBe(1)
        verifyCatalogue(folder)
      }
    })

    test('a generation that was changed, replaced or taken back is refused; the old one stays', async () => {
      await using store = await open()
      await publish(first, store)
      await publish(second, store)
      const folder = makeFolder()
      await fetch(store, folder, { trust })
      const signed = await read(store, generationKey(2))
      const envelope = JSON.parse(String(signed))
      const payload = Buffer.from(envelope.payload, 'base64').toString().replace('Z"', '0Z"')
      const changed = { ...envelope, payload: Buffer.from(payload).toString('base64') }
      await replace(store, generationKey(2), Buffer.from(JSON.stringify(changed)))
      expect(await codeOf(fetch(store, folder))).toBe('catalogue.generation-not-signed')
      // The first one's content under the second one's number, though its signature is right.
      await replace(store, generationKey(2), await read(store, generationKey(1)))
      expect(await codeOf(fetch(store, folder))).toBe('catalogue.generation-not-signed')
      await store.delete(generationKey(2), signal)
      expect(await codeOf(fetch(store, folder))).toBe('catalogue.older-than-seen')
      // Its own publisher, who has forgotten that there was a second one.
      await publish(await build('Other'), store)
      expect(await codeOf(fetch(store, folder))).toBe('catalogue.generation-replaced')
      expect(findTitle(folder, 'Second')).toBe('Second 0')
      expect((await fetch(store, folder, { generation: 1 })).generation).toBe(1)
      expect(findTitle(folder, 'First')).toBe('First 0')
      // Having gone back on purpose does not make older ones welcome.
      await store.delete(generationKey(2), signal)
      expect(await codeOf(fetch(store, folder))).toBe('catalogue.older-than-seen')
    })

    test('the pointer decides nothing: behind, gone, or pointing nowhere', async () => {
      await using store = await open()
      await publish(first, store)
      await publish(second, store)
      for (const text of ['{"generation":1}', '{"generation":9}', '{"generation":-1}', 'none']) {
        await replace(store, 'latest.json', Buffer.from(text))
        expect((await fetch(store, makeFolder(), { trust })).generation).toBe(2)
      }
      await store.delete('latest.json', signal)
      expect((await fetch(store, makeFolder(), { trust })).generation).toBe(2)
    })

    test('a damaged catalogue is never signed', async () => {
      await using store = await open()
      const folder = await build('Broken')
      const index = readdirSync(folder).find((each) => /^[0-9a-f]{32}$/.test(each)) ?? ''
      const path = join(folder, index, 'records-000.seg')
      const bytes = readFileSync(path)
      bytes[bytes.length - 1]! ^= 1
      writeFileSync(path, bytes)
      expect(await codeOf(publish(folder, store))).toBe('catalogue.file')
      expect(await codeOf(fetch(store, makeFolder(), { trust }))).toBe(
        'catalogue.nothing-published',
      )
    })
  })
}
