import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CatalogueNames } from '../../src/catalogue/artist-names.ts'
import { buildCatalogue } from '../../src/catalogue/build/build.ts'
import { makeWorkFolder } from '../../src/catalogue/build/owned.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { readManifest } from '../../src/catalogue/format/manifest.ts'
import type { NameList } from '../../src/catalogue/format/names.ts'
import { describeCatalogue, verifyCatalogue } from '../../src/catalogue/info.ts'
import type { ArtistsInput, ListedArtist } from '../../src/catalogue/read/artists/artist.ts'
import type { Recording } from '../../src/model/recording.ts'
import { foldText } from '../../src/text/fold.ts'
import { keyOf } from '../../src/text/words.ts'
import { UserError } from '../../src/words/user-error.ts'
import { inputOf, makeFolder, recording } from './support/catalogue.ts'

const listOf = (
  artists: readonly Partial<ListedArtist>[],
  format: NameList = 'musicbrainz',
): ArtistsInput => ({
  name: format,
  format,
  async *read() {
    const whole = artists.map((artist, at) => ({ id: `${at}`, names: [], projects: [], ...artist }))
    yield { artists: whole, skipped: [], bytesRead: 0 }
  },
})

async function build(
  recordings: readonly Recording[],
  artists: readonly ArtistsInput[],
  { out = makeFolder(), update = false } = {},
): Promise<string> {
  const inputs = recordings.length > 0 ? [inputOf(recordings)] : []
  await buildCatalogue({ out, inputs, artists, update })
  return out
}

const holdersOf = (names: CatalogueNames, name: string) => names.holdersOf(keyOf(foldText(name)))
const artistsOf = (names: CatalogueNames, name: string) =>
  holdersOf(names, name).map(({ artist }) => artist)

test('a name leads to its artists, another name of theirs to the same ones', async () => {
  const out = await build(
    [],
    [
      listOf([
        { names: ['Old Quill', 'Quillon', 'Мария Квилл'] },
        { names: ['Ferro', 'Quillon'], projects: ['Saltbox'] },
        { names: ['Quillon'] },
        { names: ['Saltbox'], projects: ['Ferro'] },
        { names: ['Nobody Else'] },
        { names: ['K!te', 'Kite'] },
      ]),
      listOf([{ names: ['Old Quill', 'Quillon'] }], 'table'),
    ],
  )
  for (const memory of [undefined, 0]) {
    using names = new CatalogueNames([out], memory)
    expect(names.isEmpty).toBe(false)
    const quill = holdersOf(names, 'OLD QUILL')
    expect(quill.map(({ isOwn }) => isOwn).toSorted()).toEqual([false, true])
    expect(holdersOf(names, 'Мария Квилл')).toEqual(quill.filter(({ isOwn }) => !isOwn))
    // Two artists, one who is known by this name alone, and one of the own list.
    expect(holdersOf(names, 'Quillon')).toHaveLength(4)
    expect(artistsOf(names, 'Quillon').filter((artist) => artist === undefined)).toHaveLength(1)
    expect(artistsOf(names, 'Quillon')).toEqual(
      expect.arrayContaining([...artistsOf(names, 'Old Quill')]),
    )
    const saltbox = holdersOf(names, 'Saltbox')
    expect(saltbox.map(({ isProject }) => isProject).toSorted()).toEqual([false, true])
    expect(
      holdersOf(names, 'Ferro')
        .map(({ artist }) => artist)
        .toSorted(),
    ).toEqual(saltbox.map(({ artist }) => artist).toSorted())
    // Known by one name alone, however it is written: it leads nowhere.
    for (const alone of ['Nobody Else', 'K!te', 'Kite', 'Unheard Of'])
      expect(holdersOf(names, alone)).toEqual([])
  }
})

test('whatever goes in, two names agree exactly where they are of one artist', async () => {
  const name = fc.constantFrom(...'abcdefgh').map((letter) => `Name ${letter}`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 6,
      }),
      async (groups) => {
        using names = new CatalogueNames([
          await build([], [listOf(groups.map((each) => ({ names: each })))]),
        ])
        for (const one of 'abcdefgh')
          for (const other of 'abcdefgh') {
            if (one === other) continue
            const [left, right] = [`Name ${one}`, `Name ${other}`]
            const share = groups.filter((group) => group.includes(left) && group.includes(right))
            const both = new Set(artistsOf(names, left)).intersection(
              new Set(artistsOf(names, right)),
            )
            both.delete(undefined)
            expect(both.size).toBe(share.length)
          }
      },
    ),
    { numRuns: 40 },
  )
})

describe('in a catalogue', () => {
  const RECORDINGS = [
    recording({ id: 'alias', title: 'Lantern Weather', artists: ['Quillon'] }),
    recording({ id: 'guest', title: 'Paper Gate', artists: ['Ferro', 'Мария Квилл'] }),
    recording({ id: 'remix', title: 'Glass Tide (Remix)', artists: ['Quillon'] }),
    recording({ id: 'album', title: 'Glass Tide', artists: ['Old Quill'] }),
    recording({ id: 'project', title: 'Night Ferry', artists: ['Quill Unit'] }),
    ...Array.from({ length: 40 }, (_, at) =>
      recording({ id: `other ${at}`, title: 'Lantern Weather', artists: [`Stranger ${at}`] }),
    ),
  ]
  const LIST = listOf([
    { names: ['Old Quill', 'Quillon', 'Мария Квилл'], projects: ['Quill Unit'] },
  ])

  test.each([
    ['Lantern Weather', 'Old Quill', 'alias'],
    ['Lantern Wether', 'Old Quill', 'alias'],
    ['Paper Gate', 'Old Quill', 'guest'],
    ['Glass Tide - Remix', 'Old Quill', 'remix'],
    ['Night Ferry', 'Quillon', 'project'],
  ])('%s by %s is found', async (title, artist, id) => {
    using catalogue = new Catalogue([await build(RECORDINGS, [LIST])])
    expect(catalogue.lookUp({ title, artists: [artist] }).map((each) => each.id)).toContain(id)
  })

  test('without a list, nothing is known', async () => {
    using catalogue = new Catalogue([await build(RECORDINGS, [])])
    expect(catalogue.names).toBeUndefined()
  })

  test('the names of two catalogues are known together', async () => {
    const folders = [await build(RECORDINGS, []), await build([], [LIST]), await build([], [LIST])]
    using catalogue = new Catalogue(folders)
    const found = catalogue.lookUp({ title: 'Paper Gate', artists: ['Old Quill'] })
    expect(found.map((each) => each.id)).toContain('guest')
    expect(catalogue.names?.holdersOf('quillon')).toHaveLength(2)
  })

  test('an update keeps them or replaces them, a build leaves none behind', async () => {
    const out = await build(RECORDINGS, [LIST])
    const { build: first } = describeCatalogue(out).names!
    await build([recording({ id: 'more' })], [], { out, update: true })
    expect(describeCatalogue(out)).toMatchObject({
      tracks: RECORDINGS.length + 1,
      names: { build: first },
    })
    await build([], [listOf([{ names: ['Ferro', 'Iron'] }], 'table')], { out, update: true })
    expect(describeCatalogue(out)).toMatchObject({
      tracks: RECORDINGS.length + 1,
      names: { artists: 1, aliases: 1, inputs: [{ format: 'table', artists: 1, skipped: 0 }] },
    })
    expect(existsSync(join(out, first))).toBe(false)
    await build(RECORDINGS, [], { out })
    expect(describeCatalogue(out).names).toBeUndefined()
    expect(readdirSync(out).toSorted()).toEqual(
      ['.lock', 'catalogue.json', readManifest(out).indexes[0]!.build].toSorted(),
    )
  })

  test('stopped or killed while names are read, the catalogue is what it was, and nothing is left', async () => {
    const out = await build(RECORDINGS, [LIST])
    const before = readManifest(out)
    const stop = new AbortController()
    const stopped = buildCatalogue({
      out,
      inputs: [],
      artists: [LIST],
      update: true,
      signal: stop.signal,
      onProgress: ({ step }) => step === 'artists' && stop.abort(),
    })
    await expect(stopped).rejects.toThrow()
    expect(readManifest(out)).toEqual(before)
    // As a killed process leaves it.
    makeWorkFolder(join(out, '.naming'))
    mkdirSync(join(out, '.naming', 'ab'.repeat(16)))
    await build([], [LIST], { out, update: true })
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual(['.lock'])
    expect(() => verifyCatalogue(out)).not.toThrow()
  })

  test('a list that names nobody leaves the catalogue as it was', async () => {
    const out = await build(RECORDINGS, [LIST])
    const before = readManifest(out)
    await expect(build([], [listOf([])], { out, update: true })).rejects.toMatchObject({
      reason: { code: 'catalogue.no-artists' },
    })
    expect(readManifest(out)).toEqual(before)
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual(['.lock'])
  })
})

test('damaged names are a clear error', async () => {
  const out = await build([], [listOf([{ names: ['Old Quill', 'Quillon'] }])])
  const folder = join(out, describeCatalogue(out).names!.build)
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const whole = readFileSync(path)
    for (const damage of [
      () => truncateSync(path, whole.length - 1),
      () =>
        writeFileSync(path, Buffer.concat([whole.subarray(0, -1), Buffer.from([~whole.at(-1)!])])),
    ]) {
      damage()
      expect(() => new CatalogueNames([out]), name).toThrow(UserError)
      expect(() => verifyCatalogue(out), name).toThrow(UserError)
      writeFileSync(path, whole)
    }
  }
  expect(() => verifyCatalogue(out)).not.toThrow()
})

test('an alias takes few bytes', async () => {
  const artists = Array.from({ length: 20_000 }, (_, at) => ({
    names: [`Artist ${at}`, ...(at % 4 === 0 ? [`Alias ${at}`, `Other ${at}`] : [])],
  }))
  const { names } = describeCatalogue(await build([], [listOf(artists)]))
  expect(names).toMatchObject({ artists: 5000, aliases: 10_000 })
  const bytes = Object.values(names!.bytes).reduce((sum, each) => sum + each, 0)
  expect(bytes / names!.aliases).toBeLessThan(40)
})
