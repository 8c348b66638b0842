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
