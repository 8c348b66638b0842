import { expect, test } from 'vitest'
import { splitArtistTitle } from '../../src/playlist/reading/names/artist-title.ts'

test.each([
  ['Nora Quist - Harbour Lights', 'Nora Quist', 'Harbour Lights'],
  ['Nora Quist - Harbour Lights - Live', 'Nora Quist', 'Harbour Lights - Live'],
  ['Nora Quist – Harbour Lights', 'Nora Quist', 'Harbour Lights'],
  ['Nora Quist — Harbour-Lights', 'Nora Quist', 'Harbour-Lights'],
  ['Nora Quist -- Harbour Lights', 'Nora Quist', 'Harbour Lights'],
  ['Nora Quist ~ Harbour Lights', 'Nora Quist', 'Harbour Lights'],
  ['ノラ　－　港', 'ノラ', '港'],
  ['ノラ　—　港', 'ノラ', '港'],
  ['Mira—Salt', 'Mira', 'Salt'],
  ['Jay-Q', undefined, 'Jay-Q'],
  ['- Harbour Lights', undefined, '- Harbour Lights'],
  ['“Salt” by Mira', 'Mira', 'Salt'],
  ['Stand by Me', undefined, 'Stand by Me'],
  ['  ', undefined, ''],
])('%s', (text, artist, title) => {
  const split = splitArtistTitle(text)
  expect([split.artist, split.title]).toEqual([artist, title])
})

test('takes a line of nothing but space in no time', () => {
  expect(splitArtistTitle(`a${' '.repeat(5_000_000)}b`).title).toBe('a')
})
