import { expect, test } from 'vitest'
import { reason } from '../../../src/model/reason.ts'
import { exportify } from '../../../src/playlist/formats/exports/exportify.ts'

const read = (text: string) => {
  const input = { name: 'a.csv', bytes: Buffer.from(text), text }
  expect(exportify.recognise(input)).toBe(1)
  return exportify.read(input)[0]?.entries
}

const URI = 'spotify:track:0000000000000000000001'
const UNKNOWN = 'ä,ö,ü,ß,å,ø,æ,é,è,ê,ë,î,ï,ô,œ,ù,û,ÿ,ç'

test('columns of unknown names are told by their places and what is in them', () => {
  const row = `${URI},Salt,"spotify:artist:1, spotify:artist:2","Mira, Tolland",spotify:album:1,Shore,spotify:artist:1,Mira,2019,,1,3,199000,,false,5,ZZAB11900005,,2021-02-03T04:05:06Z`
  expect(read(`${UNKNOWN}\n${row}`)?.[0]).toMatchObject({
    position: 1,
    track: {
      title: 'Salt',
      artists: ['Mira', 'Tolland'],
      album: 'Shore',
      albumArtists: ['Mira'],
      year: 2019,
      discNumber: 1,
      trackNumber: 3,
      durationMs: 199000,
      isrc: 'ZZAB11900005',
      addedAt: '2021-02-03T04:05:06Z',
    },
  })
})

test('a file without a header loses no row', () => {
  const rows = read(`${URI},Salt,Shore,Mira,2019-01-01,199000\n${URI},Sand,Shore,Mira,2019,1000\n`)
  expect(rows).toMatchObject([
    { track: { title: 'Salt', artists: ['Mira'], album: 'Shore', durationMs: 199000 } },
    { track: { title: 'Sand' } },
  ])
})

test('semicolons between the cells, as a spreadsheet saves them', () => {
  expect(read(`Track URI;Track Name;Artist Name(s)\n${URI};"Salt; Sand";Mira`)).toMatchObject([
    { track: { title: 'Salt; Sand', artists: ['Mira'] } },
  ])
})

test.each([
  ['undefined', 'Mira', { kind: 'track', track: { title: 'undefined', artists: ['Mira'] } }],
  ['Salt', 'undefined', { kind: 'track', track: { title: 'Salt', artists: [] } }],
  ['undefined', 'undefined', { kind: 'skipped', reason: { code: 'playlist.link-only' }, uri: URI }],
])('a song called %s by %s', (title, artist, entry) => {
  expect(read(`Track URI,Track Name,Artist Name(s)\n${URI},${title},${artist}`)).toMatchObject([
    entry,
  ])
})

test.each([
  ['Mira, The Diver', ['Mira, The Diver']],
  ['Mira,Tolland', ['Mira', 'Tolland']],
  ['10,000 Paper Boats,Mira', ['10,000 Paper Boats', 'Mira']],
])('artists joined by a bare comma: %s', (names, artists) => {
  expect(read(`Track URI,Track Name,Artist Name(s)\n${URI},Salt,"${names}"`)).toMatchObject([
    { track: { artists } },
  ])
})

test('the number of addresses says how many artists there are', () => {
  const header = 'Track URI,Track Name,Artist URI(s),Artist Name(s)'
  const row = (uris: string, names: string) => `${URI},Salt,"${uris}","${names}"`
  expect(
    read(
      [header, row('spotify:artist:1', 'Earth, Rain & Stone'), row('a, b', 'A, B, C')].join('\n'),
    ),
  ).toMatchObject([
    { track: { artists: ['Earth, Rain & Stone'] } },
    { note: reason('playlist.artists-differ', { artists: 2, names: 3 }) },
  ])
})
