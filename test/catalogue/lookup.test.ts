import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue } from '../../src/catalogue/catalogue.ts'
import type { Recording } from '../../src/model/recording.ts'
import type { Track } from '../../src/model/track.ts'
import { anyRecordings, openOf, recording } from './support/catalogue.ts'

/** With no memory granted, everything but the tables that every query needs is read from the files. */
const MODES = [
  ['in memory', {}],
  ['from files', { memory: 0 }],
] as const

describe.each(MODES)('%s', (_mode, options) => {
  test('whatever goes in is found again by its own names, and comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecordings, async (recordings) => {
        using catalogue = await openOf(recordings, { ...options, candidates: 64 })
        for (const each of recordings) expect(catalogue.lookUp(each)).toContainEqual(each)
      }),
      { numRuns: 12 },
    )
  })
})

const WORDS =
  'Silent Harbour Copper Lantern Winter Orchard Velvet Thunder Paper Meadow Crooked River Amber Falcon'.split(
    ' ',
  )
const word = (number: number) => WORDS[number % WORDS.length]!
const MANY: Recording[] = Array.from({ length: 2000 }, (_, number) =>
  recording({
    id: String(number),
    title: `${word(number)} ${word(number >> 2)} ${number % 89}${word(number >> 5)}`,
    artists: [`${word(number % 97)} ${word((number % 97) >> 1)} ${number % 97}`],
    durationMs: 120_000 + number * 50,
  }),
)

const edit = (text: string, kind: number, at: number, letter: string) =>
  kind === 0
    ? text.slice(0, at) + letter + text.slice(at)
    : text.slice(0, at) + (kind === 1 ? '' : letter) + text.slice(at + 1)

test('one edit in the title, and two in the artist, one of each, are forgiven', async () => {
  using catalogue = await openOf(MANY, { candidates: 16 })
  const letter = fc.stringMatching(/^[a-z]$/)
  const change = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.nat(), letter)
  fc.assert(
    fc.property(
      fc.nat(MANY.length - 1),
      change,
      change,
      fc.boolean(),
      (number, one, two, inTitle) => {
        const { title, artists, durationMs, id } = MANY[number]!
        const name = artists[0]!
        const at = (text: string, place: number) => place % text.length
        const once = edit(
          inTitle ? title : name,
          one[0],
          at(inTitle ? title : name, one[1]),
          one[2],
        )
        const track: Track = inTitle
          ? { title: once, artists, durationMs: durationMs! }
          : {
              title,
              artists: [edit(once, two[0], at(once, two[1]), two[2])],
              durationMs: durationMs!,
            }
        expect(catalogue.lookUp(track).map((each) => each.id)).toContain(id)
      },
    ),
    { numRuns: 500 },
  )
})

const SHELF: readonly Recording[] = [
  recording({ id: 'plain', title: 'Copper Lantern', artists: ['The Winter Orchard'] }),
  recording({
    id: 'live',
    title: 'Copper Lantern - Live at the Quay',
    artists: ['Winter Orchard'],
  }),
  recording({
    id: 'feat',
    title: 'Paper Meadow (feat. Amber Falcon)',
    artists: ['Velvet Thunder'],
  }),
  recording({ id: 'joined', title: 'Silent River', artists: ['Velvet Thunder & Crooked River'] }),
  recording({ id: 'guests', title: 'Blue Hour', artists: ['One', 'Two', 'Three'] }),
  recording({ id: 'nobody', title: 'An Anonymous Tune', artists: [] }),
  recording({ id: 'coded', title: 'Same Name', artists: ['Former Name'], isrc: 'GBABC2400001' }),
  recording({ id: 'ünïcode', title: 'Ночь', artists: ['Кино'] }),
  recording({ id: 'kana', title: 'さくら', artists: ['いきものがかり'] }),
  recording({ id: 'signs', title: '!!!', artists: ['+/-'] }),
  recording({ id: 'subtitle', title: 'Gone (A Farewell)', artists: ['Crooked River'] }),
  recording({ id: 'short', title: 'Lantern Song', artists: ['Reba'] }),
]

describe('ways to a recording', () => {
  let catalogue: Catalogue
  beforeAll(async () => {
    catalogue = await openOf(SHELF)
  })
  afterAll(() => catalogue[Symbol.dispose]())

  const cases: readonly (readonly [string, Track, string])[] = [
    ['article and case aside', { title: 'copper lantern', artists: ['winter orchard'] }, 'plain'],
    ['the version aside', { title: 'Copper Lantern', artists: ['Winter Orchard'] }, 'live'],
    ['a guest named in the title', { title: 'Paper Meadow', artists: ['Amber Falcon'] }, 'feat'],
    [
      'the second of two joined names',
      { title: 'Silent River', artists: ['Crooked River'] },
      'joined',
    ],
    ['the last of three artists', { title: 'Blue Hour', artists: ['Three'] }, 'guests'],
    ['no artist on the shelf', { title: 'An Anonymous Tune', artists: ['Someone'] }, 'nobody'],
    ['no artist asked for', { title: 'Blue Hour', artists: [] }, 'guests'],
    ['artist and title in one', { title: 'Velvet Thunder - Paper Meadow', artists: [] }, 'feat'],
    ['title and artist in one', { title: 'Paper Meadow – Velvet Thunder', artists: [] }, 'feat'],
    ['another name, the same title', { title: 'Same Name', artists: ['Latter Name'] }, 'coded'],
    ['its ISRC', { title: 'X', artists: ['Y'], isrc: 'GBABC2400001' }, 'coded'],
    ['transliteration', { title: 'Noch', artists: ['Kino'] }, 'ünïcode'],
    ['kana', { title: 'Sakura', artists: ['Ikimonogakari'] }, 'kana'],
    ['signs', { title: '!!!', artists: ['+/-'] }, 'signs'],
    [
      'a subtitle written out',
      { title: 'Gone A Farewell', artists: ['Crooked River'] },
      'subtitle',
    ],
    [
      'an article gone wrong',
      { title: 'Copper Lantern', artists: ['Tje Winter Orchard'] },
      'plain',
    ],
    [
      'an article run into the name',
      { title: 'Copper Lantern', artists: ['TheWinter Orchard'] },
      'plain',
    ],
    ['words more in the name', { title: 'Lantern Song', artists: ['Reba McEntire'] }, 'short'],
  ]
  test.each(cases)('%s', (_name, track, id) => {
    expect(catalogue.lookUp(track).map((each) => each.id)).toContain(id)
  })

  test('nothing like it', () => {
    expect(catalogue.lookUp({ title: 'Zyzzyva Quartz', artists: ['Qwghlm'] })).toEqual([])
  })
})

test('a popular artist: the right one of thousands, the right version first', async () => {
  const popular = Array.from({ length: 5000 }, (_, number) =>
    recording({
      id: String(number),
      title: `${word(number)} ${word(number >> 3)} ${number}`,
      artists: ['One Artist'],
      durationMs: 100_000 + number * 10,
    }),
  )
  const versions = Array.from({ length: 300 }, (_, number) =>
    recording({
      id: `version ${number}`,
      title: number === 123 ? 'Only This' : `Only This (Live ${number})`,
      artists: ['One Artist'],
      durationMs: 100_000 + number * 10_000,
    }),
  )
  using catalogue = await openOf([...popular, ...versions])
  const ids = (track: Track) => catalogue.lookUp(track).map((each) => each.id)
  expect(ids({ title: `${word(4321)} ${word(4321 >> 3)} 4321`, artists: ['One Artist'] })[0]).toBe(
    '4321',
  )
  expect(ids({ title: 'Only This', artists: ['One Artist'] })[0]).toBe('version 123')
  const late = { title: 'Only This', artists: ['One Artist'], durationMs: 100_000 + 250 * 10_000 }
  expect(ids(late)).toContain('version 250')
})

test('an ISRC is no proof: the names are looked for as well', async () => {
  using catalogue = await openOf(SHELF)
  const track = { title: 'Coper Lantern', artists: ['Winter Orchrd'], isrc: 'GBABC2400001' }
  const ids = catalogue.lookUp(track).map((each) => each.id)
  expect(ids[0]).toBe('coded')
  expect(ids).toContain('plain')
})

test('odd rows are kept whole and do no harm', async () => {
  const odd = [
    recording({ id: 'long', title: `Long ${'word '.repeat(1000)}end` }),
    recording({ id: 'crowd', artists: Array.from({ length: 200 }, (_, at) => `Artist ${at}`) }),
    recording({ id: 'empty fold', title: '\u200b', artists: ['\u200b'] }),
    recording({ id: 'album', album: 'x'.repeat(20_000) }),
  ]
  using catalogue = await openOf(odd)
  for (const each of odd) expect(catalogue.lookUp(each)).toContainEqual(each)
})
