import { describe, expect, test } from 'vitest'
import { m3u } from '../../src/playlist/formats/players/m3u.ts'

const read = (...paths: readonly string[]) => {
  const text = paths.join('\n')
  const [list] = m3u.read({ name: 'list.m3u', bytes: Buffer.from(text), text })
  return list?.entries.map((entry) => {
    if (entry.kind === 'skipped') return entry.text
    const { title, artists, album, discNumber, trackNumber } = entry.track
    return [discNumber, trackNumber, artists.join(' + '), title, album].map((each) => each ?? '')
  })
}

describe('a list of which nearly all files begin with a number', () => {
  test.each([
    ['11 Salt.mp3', ['', 11, '', 'Salt', '']],
    ['1-02 Sand.mp3', [1, 2, '', 'Sand', '']],
    ['14_Two_Words.mp3', ['', 14, '', 'Two Words', '']],
    ['[1] - 06 - Mira - Stone.mp3', [1, 6, 'Mira', 'Stone', '']],
    ['(01) - Mira - Reef.flac', ['', 1, 'Mira', 'Reef', '']],
    ['12 Mira - Kelp.mp3', ['', 12, 'Mira', 'Kelp', '']],
    ['03 99 Gulls.mp3', ['', 3, '', '99 Gulls', '']],
    ['4. Oratorio - Part II.mp3', ['', 4, '', 'Oratorio - Part II', '']],
  ])('%s', (file, named) => {
    expect(read('01 a.mp3', '02 b.mp3', file, '09 c.mp3')?.[2]).toEqual(named)
  })

  test('folders of artists and albums name what the file does not', () => {
    expect(
      read(
        'Mira/Tides/1 Salt.mp3',
        'Tolland/Shore/CD2/10 Sand.mp3',
        'Various/Mix/3 Vale - Reef.mp3',
      ),
    ).toEqual([
      ['', 1, 'Mira', 'Salt', 'Tides'],
      ['', 10, 'Tolland', 'Sand', 'Shore'],
      ['', 3, 'Vale', 'Reef', 'Mix'],
    ])
  })

  test('folders that are the same for all name nobody', () => {
    expect(
      read('/home/me/Mix/1 Salt.mp3', '/home/me/Mix/2 Sand.mp3', '/home/me/Mix/3 Reef.mp3')?.[0],
    ).toEqual(['', 1, '', 'Salt', ''])
  })
})

test('among files without a number a number is part of the name', () => {
  expect(read('99 Gulls.mp3', '1979.mp3', 'Mira - Salt.mp3', 'Sand.mp3')).toEqual([
    ['', '', '', '99 Gulls', ''],
    ['', '', '', '1979', ''],
    ['', '', 'Mira', 'Salt', ''],
    ['', '', '', 'Sand', ''],
  ])
})
