import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { readManifest } from '../../src/catalogue/format/manifest.ts'
import { describeCatalogue, verifyCatalogue } from '../../src/catalogue/info.ts'
import { reason } from '../../src/model/reason.ts'
import { UserError } from '../../src/words/user-error.ts'
import { inputOf, makeFolder, recording } from './support/catalogue.ts'

const BUILD = fileURLToPath(new URL('./support/build-synthetic.ts', import.meta.url))
const READ = fileURLToPath(new URL('./support/read-catalogue.ts', import.meta.url))

const SHELF = Array.from({ length: 300 }, (_, number) =>
  recording({
    id: String(number),
    title: `Song ${number}`,
    artists: [`Artist ${number % 40}`, 'A Guest'],
    isrc: `GBABC24${String(number).padStart(5, '0')}`,
    licence: number % 3 === 0 ? 'CC0-1.0' : undefined,
  }),
)

async function buildShelf(out = makeFolder()): Promise<string> {
  await buildCatalogue({ out, inputs: [inputOf(SHELF)] })
  return out
}

const indexFolder = (out: string) => join(out, readManifest(out).indexes[0]!.build)

test('a catalogue tells what it holds', async () => {
  const out = await buildShelf()
  const info = describeCatalogue(out)
  expect(info).toMatchObject({ tracks: 300, artists: 41 })
  expect(info.indexes[0]).toMatchObject({
    inputs: [{ name: 'test', format: 'test', tracks: 300, skipped: 0 }],
    licences: [['CC0-1.0', 100]],
  })
  const onDisk = readdirSync(indexFolder(out)).map(
    (name) => readFileSync(join(indexFolder(out), name)).length,
  )
  expect(info.bytes).toBe(onDisk.reduce((sum, bytes) => sum + bytes, 0))
  expect(() => verifyCatalogue(out)).not.toThrow()
  expect(readdirSync(out).sort()).toEqual(
    ['.lock', readManifest(out).indexes[0]!.build, 'catalogue.json'].sort(),
  )
})

function faultOf(act: () => unknown): UserError {
  try {
    act()
  } catch (error) {
    if (error instanceof UserError) return error
  }
  throw new Error('No UserError was thrown')
}

describe('a damaged or foreign file is a clear error', () => {
  const open = (out: string, memory?: number) => {
    using catalogue = new Catalogue([out], memory === undefined ? {} : { memory })
    return catalogue.tracks
  }

  test('of each segment: cut off, one bit turned, missing, of another build, foreign', async () => {
    const other = await buildShelf()
    for (const name of readdirSync(indexFolder(other))) {
      const out = await buildShelf()
      const path = join(indexFolder(out), name)
      const whole = readFileSync(path)
      const damages: Record<string, () => void> = {
        'file-cut-off': () => truncateSync(path, whole.length - 1),
        'file-damaged': () => {
          const bytes = Buffer.from(whole)
          bytes[whole.length - 1]! ^= 1
          writeFileSync(path, bytes)
        },
        'file-missing': () => rmSync(path),
        'file-foreign': () => writeFileSync(path, readFileSync(join(indexFolder(other), name))),
        'file-no-segment': () => writeFileSync(path, 'not one of ours '.repeat(100)),
      }
      for (const [what, damage] of Object.entries(damages)) {
        // Nothing of an empty payload can be turned.
        if (what === 'file-damaged' && whole.length === 64) continue
        damage()
        const fault = { code: `catalogue.${what}` }
        const expected = { reason: { code: 'catalogue.file', params: { name, fault } } }
        expect(
          faultOf(() => open(out)),
          `${name} ${what}`,
        ).toMatchObject(expected)
        expect(
          faultOf(() => verifyCatalogue(out)),
          `${name} ${what}`,
        ).toMatchObject(expected)
        writeFileSync(path, whole)
      }
      expect(open(out)).toBe(300)
    }
  })

  test('records that are read piece by piece', async () => {
    const out = await buildShelf()
    const path = join(indexFolder(out), 'records-000.seg')
    const bytes = readFileSync(path)
    for (let at = 64; at < bytes.length; at += 7) bytes[at]! ^= 0x55
    writeFileSync(path, bytes)
    using catalogue = new Catalogue([out], { memory: 0 })
    expect(() => catalogue.lookUp(SHELF[7]!)).toThrow(UserError)
  })

  test('no folder, no catalogue, a broken description, another version', async () => {
    const out = await buildShelf()
    const path = join(out, 'catalogue.json')
    const text = readFileSync(path, 'utf8')
    expect(() => open(join(out, 'nowhere'))).toThrow(UserError)
    for (const wrong of ['', '{', '[]', 'null', '{"format":"other"}', text.slice(0, -20)]) {
      writeFileSync(path, wrong)
      expect(() => open(out), wrong).toThrow(UserError)
    }
    writeFileSync(path, text.replace(/"version": \d+/, '"version": 99'))
    expect(faultOf(() => open(out))).toMatchObject({
      reason: { code: 'catalogue.other-version', params: { version: 99 } },
    })
    writeFileSync(path, text.replace(/[0-9a-f]{32}/, '../../../../etc/x'))
    expect(() => open(out)).toThrow(UserError)
  })
})

describe('a catalogue is whole or absent', () => {
  test('an input that fails half-way leaves what was there', async () => {
    const out = await buildShelf()
    const failing = {
      ...inputOf([]),
      async *read() {
        yield { recordings: [recording({ id: 'new' })], skipped: [], bytesRead: 0 }
        throw new UserError('The disk went away.')
      },
    }
    await expect(buildCatalogue({ out, inputs: [failing] })).rejects.toThrow('went away')
    using catalogue = new Catalogue([out])
    expect(catalogue.tracks).toBe(300)
  })

  test('nothing to read is an error with a reason', async () => {
    const empty = {
      ...inputOf([]),
      async *read() {
        yield {
          recordings: [],
          skipped: [{ row: 3, reason: reason('catalogue.row-no-title') }],
          bytesRead: 0,
        }
      },
    }
    const building = buildCatalogue({ out: makeFolder(), inputs: [empty] })
    await expect(building).rejects.toMatchObject({
      reason: { code: 'catalogue.no-recordings' },
      hint: 'test, row 3: It has no title.',
    })
  })

  test('a signal stops a build', async () => {
    const stop = new AbortController()
    const out = makeFolder()
    const building = buildCatalogue({
      out,
      inputs: [inputOf(SHELF)],
      signal: stop.signal,
      onProgress: ({ step }) => step === 'index' && stop.abort(),
    })
    await expect(building).rejects.toThrow(/abort/i)
    expect(() => new Catalogue([out])).toThrow(UserError)
    await buildShelf(out)
    using catalogue = new Catalogue([out])
    expect(catalogue.tracks).toBe(300)
  })

  test('one that is open is read on while it is replaced', async () => {
    const out = await buildShelf()
    using before = new Catalogue([out], { memory: 0 })
    await buildCatalogue({ out, inputs: [inputOf([recording({ id: 'only' })])] })
    using after = new Catalogue([out])
    expect(before.lookUp(SHELF[7]!)).toContainEqual(SHELF[7])
    expect([before.tracks, after.tracks]).toEqual([300, 1])
  })

  test('killed at any step it leaves nothing that opens, and the next build is whole', async () => {
    const out = makeFolder()
    // 30 times while reading, then 256 times for each of five tables; less for what is done already.
    for (const stop of [5, 15, 12, 100, 300, 700, 760]) {
      await using _standing = await standStill(out, stop)
      expect(existsSync(join(out, 'catalogue.json'))).toBe(false)
      expect(() => new Catalogue([out])).toThrow(UserError)
    }
    await promisify(execFile)(process.execPath, [BUILD, out])
    verifyCatalogue(out)
    using catalogue = new Catalogue([out])
    expect(catalogue.tracks).toBe(30_000)
    for (const number of [0, 9999, 10_000, 29_999]) {
      const track = { title: `Song ${number % 7919}`, artists: [`Artist ${number % 10_007}`] }
      expect(catalogue.lookUp(track).map(({ id }) => id)).toContain(String(number))
    }
  })
})

test('a stopped build goes on where it stopped, to the very same bytes', async () => {
  const reads: string[] = []
  const inputs = [0, 100, 200].map((from) => {
    const input = inputOf(SHELF.slice(from, from + 100), `part ${from}`)
    const read = () => {
      reads.push(input.name)
      return input.read(new AbortController().signal)
    }
    return { ...input, read }
  })
  const payloads = (out: string) =>
    readdirSync(indexFolder(out)).map((name) =>
      readFileSync(join(indexFolder(out), name)).toString('base64', 64),
    )
  const undisturbed = makeFolder()
  await buildCatalogue({ out: undisturbed, inputs })
  // Steps are told 3 times while reading, then 256 times for each of five tables.
  for (const stopAt of [1, 2, 3, 5, 259, 261, 515, 517, 900, 1280]) {
    const out = makeFolder()
    const stop = new AbortController()
    let told = 0
    reads.length = 0
    const onProgress = () => ++told === stopAt && stop.abort()
    const options = { out, inputs, journalEvery: 50 }
    await expect(buildCatalogue({ ...options, onProgress, signal: stop.signal })).rejects.toThrow()
    const readBefore = reads.length
    await buildCatalogue(options)
    // The stop is heard at the next rows: the input it fell into is read to its end, and not again.
    expect(reads.length - readBefore, `stopped at ${stopAt}`).toBe(Math.max(0, 3 - stopAt))
    expect(payloads(out)).toEqual(payloads(undisturbed))
  }
})

test('an update adds, and its recordings stand for older ones of the same id', async () => {
  const out = await buildShelf()
  const newer = [
    recording({ id: '7', title: 'Song 7', artists: ['Artist 7'], album: 'Now With An Album' }),
    recording({ id: 'new', title: 'A New Song', artists: ['Artist 7'] }),
  ]
  await buildCatalogue({ out, inputs: [inputOf(newer, 'newer')], update: true })
  using catalogue = new Catalogue([out])
  expect(describeCatalogue(out)).toMatchObject({
    tracks: 302,
    indexes: [{ tracks: 300 }, { tracks: 2 }],
  })
  const found = catalogue.lookUp({ title: 'Song 7', artists: ['Artist 7'] })
  expect(found.filter(({ id }) => id === '7')).toEqual([newer[0]])
  expect(catalogue.lookUp(newer[1]!)).toContainEqual(newer[1])
  expect(catalogue.lookUp(SHELF[8]!)).toContainEqual(SHELF[8])
})

test('several catalogues and several processes', async () => {
  const [one, two] = [await buildShelf(), makeFolder()]
  const other = recording({ id: 'other', title: 'Elsewhere', artists: ['Artist 7'] })
  await buildCatalogue({ out: two, inputs: [inputOf([other])] })
  using both = new Catalogue([one, two])
  expect(both.lookUp(other)).toContainEqual(other)
  expect(both.lookUp(SHELF[7]!)).toContainEqual(SHELF[7])
  const read = () => promisify(execFile)(process.execPath, [READ, one, '300'])
  for (const { stdout } of await Promise.all([read(), read()]))
    expect(stdout.trim()).toBe('300 found')
})

test('two builds into one folder: the second is refused', async () => {
  const out = makeFolder()
  {
    await using _standing = await standStill(out, 20)
    await expect(buildShelf(out)).rejects.toThrow(/Another run/)
  }
  // The lock of a process that is gone counts for nothing.
  await buildShelf(out)
  expect(describeCatalogue(out).tracks).toBe(300)
})

/** A process that builds, and stands still in the middle of it; killed at the end of the caller's block. */
async function standStill(out: string, stop: number): Promise<AsyncDisposable> {
  const child = spawn(process.execPath, [BUILD, out, String(stop)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const first = await Promise.race([once(child.stdout, 'data'), ended])
  expect(String(first[0])).toBe('standing still')
  return {
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
