import { expect, test } from 'vitest'
import { text } from '../../src/playlist/formats/general/text.ts'

const makeInput = (content: string, name = '-') => ({
  name,
  bytes: Buffer.from(content),
  text: content,
})
const titles = (content: string) =>
  text
    .read(makeInput(content))[0]
    ?.entries.map((entry) =>
      entry.kind === 'track' ? [...entry.track.artists, entry.track.title] : entry.reason.code,
    )

test.each([
  ['bullets', '- Mira - Salt\n* Tolland - Sand\n• Plain'],
  ['numbers', '1. Mira - Salt\n2) Tolland - Sand\n03. Plain'],
  ['numbers and dashes', '1 - Mira - Salt\n2 - Tolland - Sand\n\n'],
  ['numbers and tabs', '1\tMira - Salt\n2\tTolland - Sand'],
  ['places in a mix', '00:00 Mira - Salt\n[03:19] Tolland - Sand\n1:02:03 - Plain'],
])('%s before every line are no part of it', (_, content) => {
  expect(titles(content)?.slice(0, 2)).toEqual([
    ['Mira', 'Salt'],
    ['Tolland', 'Sand'],
  ])
})

test('a number before a few lines is part of them', () => {
  expect(titles('Mira - Salt\n99. Balloons\nTolland - Sand\n4. Quartet - Moon')).toEqual([
    ['Mira', 'Salt'],
    ['99. Balloons'],
    ['Tolland', 'Sand'],
    ['4. Quartet', 'Moon'],
  ])
})

test.each([
  ['songs', 'Mira - Salt\nTolland – Sand\n', '-', 0.3],
  ['titles alone', 'Salt\nSand\n', 'songs.txt', 0.2],
  ['titles alone in some other file', 'Salt\nSand\n', 'songs.dat', 0],
  ['prose', 'This is a text. It goes on.\nAnd on, and ends.\n', 'readme.txt', 0],
  ['JSON', '[{"a": "b - c"}]', '-', 0],
  ['XML', '<a>b - c</a>', '-', 0],
  ['settings', '[Main]\na - b\n', '-', 0],
  ['nothing', '\n\n', '-', 0],
])('%s', (_, content, name, sure) => {
  expect(text.recognise(makeInput(content, name))).toBe(sure)
})

const SONGS = [
  ['Mira', 'Salt'],
  ['Paper Boats', 'Plain (Dub)'],
  ['Tolland', 'Low Tide'],
]

test.each([
  [
    'times behind',
    'Mira - Salt 00:00\nPaper Boats - Plain (Dub) 03:41\nTolland - Low Tide 1:07:00',
  ],
  [
    'times in brackets behind',
    'Mira - Salt (0:00)\nPaper Boats - Plain (Dub) (3:41)\nTolland - Low Tide (7:00)',
  ],
  [
    'times after a sign',
    'Mira - Salt @ 0:00\nPaper Boats - Plain (Dub) @ 3:41\nTolland - Low Tide @ 7:00',
  ],
  [
    'times and numbers',
    '[00:00] 01. Mira – Salt\n[03:41] 02. Paper Boats - Plain (Dub)\n[05:41] 03. Tolland - Low Tide',
  ],
  [
    'numbers and times',
    '1) [0:00] Mira - Salt\n2) [3:41] Paper Boats - Plain (Dub)\n3) [1:05:41] Tolland - Low Tide',
  ],
  [
    'from when to when',
    '0:00 - 3:41 Mira - Salt\n3:41 - 7:00 Paper Boats - Plain (Dub)\n7:00 - 9:00 Tolland - Low Tide',
  ],
  ['pictures around', '🎵 Mira - Salt 🎵\n🎶 Paper Boats - Plain (Dub)\n♪ Tolland - Low Tide ❤️'],
  ['numbers as pictures', '1️⃣ Mira - Salt\n2️⃣ Paper Boats - Plain (Dub)\n3️⃣ Tolland - Low Tide'],
  ['sides of a record', 'A1 Mira - Salt\nA2 Paper Boats - Plain (Dub)\nB1 Tolland - Low Tide'],
  ['numbers alone', '1 Mira - Salt\n2 Paper Boats - Plain (Dub)\n3 Tolland - Low Tide'],
  ['labels', 'Mira - Salt [SHORE]\nPaper Boats - Plain (Dub) [PIER]\nTolland - Low Tide [SHORE]'],
  [
    'Markdown',
    '- **Mira** – *Salt*\n- **Paper Boats** – *Plain (Dub)*\n- [Tolland](https://example.org/t) – Low Tide',
  ],
  ['by', 'Salt by Mira\nPlain (Dub) by Paper Boats\nLow Tide by Tolland'],
  ['von', 'Salt von Mira\nPlain (Dub) von Paper Boats\nLow Tide von Tolland'],
  ['colons', 'Mira: Salt\nPaper Boats: Plain (Dub)\nTolland: Low Tide'],
  ['bars', 'Mira | Salt\nPaper Boats | Plain (Dub)\nTolland | Low Tide'],
  ['quotes', 'Mira – “Salt”\nPaper Boats – “Plain (Dub)”\nTolland – “Low Tide”'],
  ['quotes before', '"Salt" - Mira\n"Plain (Dub)" - Paper Boats\n"Low Tide" - Tolland'],
])('%s are no part of the names', (_, content) => {
  expect(titles(content)).toEqual(SONGS)
})

test('times that do not rise are lengths', () => {
  const [list] = text.read(makeInput('Mira - Salt 3:41\nTolland - Sand 2:59\nMira - Ebb 5:00'))
  expect(list?.entries.map((entry) => entry.kind === 'track' && entry.track.durationMs)).toEqual([
    221_000, 179_000, 300_000,
  ])
})

test.each([
  ['artists come again', 'Salt - Mira\nEbb - Mira\nPlain - Tolland\nSand - Tolland', 'title-first'],
  ['one artist', 'Salt - Mira\nEbb - Mira\nPlain - Mira\nSand - Mira', 'title-first'],
  ['versions', 'Salt (Live) - Mira\nPlain (Dub) - Tolland\nEbb - Paper Boats', 'title-first'],
  ['guests', 'Salt (feat. Tolland) - Mira\nEbb (ft. Mira) - Tolland', 'title-first'],
  [
    'one song sung by all',
    'Mira - Salt\nTolland - Salt\nPaper Boats - Salt\nMarlow - Ebb',
    'unsure',
  ],
  [
    'artists before',
    'Mira - Salt\nMira - Ebb\nTolland - Salt\nTolland - Plain (Live)',
    'artist-first',
  ],
  ['nothing tells it', 'Mira - Salt\nTolland - Ebb\nMarlow - Plain', 'unsure'],
])('which name is the artist’s: %s', (_, content, order) => {
  const titleFirst = order === 'title-first'
  const [list] = text.read(makeInput(content))
  const [first] = list?.entries ?? []
  expect(list?.notes.map(({ code }) => code)).toEqual(titleFirst ? ['playlist.title-first'] : [])
  expect(list?.nameOrder).toBe(order === 'unsure' ? order : undefined)
  const left = content.split(' - ')[0]
  expect(first?.kind === 'track' && (titleFirst ? first.track.title : first.track.artists[0])).toBe(
    left,
  )
})

test.each([
  '99 Balloons\n1979\n24 Hours\n7 Rings',
  'Stand by Me\nSalt\nClose to You',
  'Re: Salt\nEbb',
])('names that look like something else stay: %j', (content) => {
  expect(titles(content)).toEqual(content.split('\n').map((line) => [line]))
})
