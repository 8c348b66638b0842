import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reason } from '../../../src/model/reason.ts'
import { csv } from '../../../src/playlist/formats/general/csv.ts'
import { lengthToMs } from '../../../src/playlist/reading/length.ts'
import { kindOfColumn } from '../../../src/playlist/reading/table/column-kinds.ts'
import { reasonLike } from '../../support/words/reasons.ts'

const read = (text: string, columns?: string) =>
  csv.read({
    name: 'a.csv',
    bytes: Buffer.from(text),
    text,
    columns,
  })[0]

const tracksOf = (text: string, columns?: string) =>
  read(text, columns)?.entries.map((entry) => (entry.kind === 'track' ? entry.track : entry.text))

describe('what a column holds is told from its cells', () => {
  test.each([
    ['isrc', ['ZZAB11900005', 'zz-ab1-19-00006', '']],
    ['uri', ['spotify:track:0000000000000000000001', 'https://example.org/a']],
    ['uri', ['2DAZakhs7RRCoM6pvLpUEz', '2X7EslqXPcenV74mvDJUDO']],
    ['ms', ['199000', '245013', '61234']],
    ['seconds', ['199', '245', '301']],
    ['length', ['3:19', '1:02:03', '']],
    ['length', ['PT3M19S', 'PT1H2S']],
    ['length', ['3m 19s', '4 min']],
    ['year', ['1999', '2004', '2020']],
    ['date', ['2019-05-03', '2019-05']],
    ['moment', ['2021-02-03T04:05:06Z', '2021-02-03 04:05']],
    ['index', ['1', '2', '3']],
    ['number', ['128', '90', '110', '140']],
    ['few', Array.from({ length: 30 }, (_, at) => (at % 2 ? 'Playlist' : 'Favorite'))],
    ['text', ['1979', 'Salt', '99 Luftballons']],
    ['empty', ['', ' ']],
  ])('%s: %j', (kind, cells) => {
    expect(kindOfColumn(cells)).toBe(kind)
  })
})

test.each([
  ['225', 225_000],
  ['3:45', 225_000],
  ['1:02:03', 3_723_000],
  ['225000 ms', 225_000],
  ['3m45s', 225_000],
  ['3 min 45 sec', 225_000],
  ['PT3M45.5S', 225_500],
  ['PT1H', 3_600_000],
  ['', undefined],
  ['soon', Number.NaN],
])('the length %j is %j ms', (text, ms) => {
  expect(lengthToMs(text)).toEqual(ms)
})

// Thirty tracks of six artists: as lists are, with albums, a song that came out alone, lists of names.
const SONGS = Array.from({ length: 30 }, (_, at) => {
  const artist = `Band ${'abcdef'[at % 6]}`
  const album = at % 7 === 0 ? `Song ${at}` : `Record ${at % 6} ${at % 12 < 6 ? 'one' : 'two'}`
  return {
    title: at % 5 === 0 ? `Song ${at} (Live)` : `Song ${at}`,
    artist: at % 9 === 0 ? `${artist}, Guest` : artist,
    album,
    isrc: `ZZAB1190${String(at).padStart(4, '0')}`,
    length: `3:${String(10 + at)}`,
    kind: 'Playlist',
  }
})

test('columns without any name are found in whatever order they stand', () => {
  const names = Object.keys(SONGS[0] ?? {}) as (keyof (typeof SONGS)[number])[]
  fc.assert(
    fc.property(
      fc.shuffledSubarray(names, { minLength: names.length }),
      fc.boolean(),
      (order, headed) => {
        const rows = SONGS.map((song) => order.map((name) => `"${song[name]}"`).join(','))
        const header = order.map((_, at) => `Spalte ${at}`).join(',')
        const text = (headed ? [header, ...rows] : rows).join('\n')
        const tracks = tracksOf(text)
        expect(tracks?.map((track) => typeof track === 'object' && track.title)).toEqual(
          SONGS.map(({ title }) => title),
        )
        expect(tracks?.[1]).toEqual({
          title: 'Song 1',
          artists: ['Band b'],
          album: 'Record 1 one',
          isrc: 'ZZAB11900001',
          durationMs: 191_000,
        })
      },
    ),
  )
})

test('a reading of the content is told, with how to give another', () => {
  const text = SONGS.map(({ artist, title, isrc }) => `"${artist}";"${title}";${isrc}`).join('\n')
  expect(read(text)?.notes).toEqual([
    reason('playlist.columns-guessed', {
      columns: 'title=2,artist=1,isrc=3',
      header: ['Band a, Guest', 'Song 0 (Live)', 'ZZAB11900000'],
      more: false,
    }),
  ])
})

const UNSURE = 'Alpha,Beta\nGamma,Delta\nKappa,Lambda\n'

test('what cannot be told is asked, showing the columns and what to write', () => {
  expect(() => read(UNSURE)).toThrow(
    expect.objectContaining({
      reason: reason('playlist.columns-unclear'),
      advice: reasonLike('playlist.columns-are', {
        header: ['Alpha', 'Beta'],
        columns: expect.stringMatching(/^title=/),
      }),
    }),
  )
})

test.each([
  [UNSURE, 'title=2,artist=1', ['Beta', 'Delta', 'Lambda'], 'Alpha'],
  ['S,K\nSalt,Mira\n', 'title=S,artist=k', ['Salt'], 'Mira'],
  // The user's word is stronger than the header's.
  ['Title,Artist\nMira,Salt\n', 'title=2,artist=1', ['Salt'], 'Mira'],
  ['Salt\nPlain\n', 'title=1', ['Salt', 'Plain'], undefined],
])('%j with --columns %s', (text, columns, titles, artist) => {
  const tracks = tracksOf(text, columns)
  expect(tracks?.map((track) => typeof track === 'object' && track.title)).toEqual(titles)
  expect(tracks?.[0]).toMatchObject({ artists: artist === undefined ? [] : [artist] })
})

test.each([
  ['title=9', reason('playlist.no-such-column', { column: '9' })],
  ['title=Nope', reason('playlist.no-such-column', { column: 'Nope' })],
  ['artist=1', reason('playlist.columns-without-title')],
  ['song=1', reason('playlist.no-such-field', { field: 'song' })],
  ['', reason('playlist.no-such-field', { field: '' })],
])('--columns %j is a mistake that is explained', (columns, given) => {
  expect(() => read(UNSURE, columns)).toThrow(expect.objectContaining({ reason: given }))
})

test('a header is one where songs are called by its words', () => {
  const rows = ['Song 1', 'Track 2', 'Title'].map((title) => `${title},The Testers,Sketches`)
  const tracks = tracksOf(['Title,Artist,Album', ...rows].join('\n'))
  expect(tracks).toMatchObject([
    { title: 'Song 1', artists: ['The Testers'], album: 'Sketches' },
    { title: 'Track 2' },
    { title: 'Title' },
  ])
})

test.each(['Song', 'Track', 'Titel'])('titles like “%s 7” make no row of a header', (word) => {
  const rows = [7, 8, 9].map((number) => `${word} ${number},Mira,Album ${number}`)
  const tracks = tracksOf(['Title,Artist,Album', ...rows, ''].join('\n'))
  expect(tracks?.map((track) => typeof track === 'object' && track.title)).toEqual(
    [7, 8, 9].map((number) => `${word} ${number}`),
  )
})
