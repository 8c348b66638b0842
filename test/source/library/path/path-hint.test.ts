import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNumberedFolders } from '../../../../src/source/library/path/numbered-folders.ts'
import { readPathHint } from '../../../../src/source/library/path/path-hint.ts'
import { codePoint } from '../../../support/code-point.ts'

test.each([
  // One file
  ['Song.mp3', { title: 'Song' }],
  ['Song', { title: 'Song' }],
  ['.mp3', { title: '.mp3' }],
  ['some_song_name.ogg', { title: 'some song name' }],
  ['A Song_ Part Two.mp3', { title: 'A Song_ Part Two' }],
  ['Mr. Blue Sky.mp3', { title: 'Mr. Blue Sky' }],
  ['Two\nLines.mp3', { title: 'Two Lines' }],
  ['Artist - Song.mp3', { title: 'Song', artist: 'Artist' }],
  ['Artist – Song.mp3', { title: 'Song', artist: 'Artist' }],
  ['Artist - Song - Live.mp3', { title: 'Song - Live', artist: 'Artist' }],
  ['Jay-Z - 99 Problems.mp3', { title: '99 Problems', artist: 'Jay-Z' }],
  ['A-ha.mp3', { title: 'A-ha' }],
  ['...Baby One More Time.mp3', { title: '...Baby One More Time' }],
  ['.38 Special - Hold On Loosely.mp3', { title: 'Hold On Loosely', artist: '.38 Special' }],
  // Counted
  ['03 - Song.mp3', { title: 'Song', trackNumber: 3 }],
  ['03. Song.mp3', { title: 'Song', trackNumber: 3 }],
  ['3. Song.mp3', { title: 'Song', trackNumber: 3 }],
  ['03 Song.mp3', { title: 'Song', trackNumber: 3 }],
  ['(03) Song.mp3', { title: 'Song', trackNumber: 3 }],
  ['[03] Song.mp3', { title: 'Song', trackNumber: 3 }],
  ['03_Song_Name.mp3', { title: 'Song Name', trackNumber: 3 }],
  ['03-song.mp3', { title: 'song', trackNumber: 3 }],
  ['1-03 Song.mp3', { title: 'Song', trackNumber: 3, discNumber: 1 }],
  ['2-11 - Song.mp3', { title: 'Song', trackNumber: 11, discNumber: 2 }],
  ['03 - Artist - Song.mp3', { title: 'Song', artist: 'Artist', trackNumber: 3 }],
  ['03 Artist - Song.mp3', { title: 'Song', artist: 'Artist', trackNumber: 3 }],
  ['Artist - 03 - Song.mp3', { title: 'Song', artist: 'Artist', trackNumber: 3 }],
  [
    'Artist - Album - 03 - Song.mp3',
    { title: 'Song', artist: 'Artist', album: 'Album', trackNumber: 3 },
  ],
  // Numbers that are names
  ['1979.mp3', { title: '1979' }],
  ['99 Luftballons.mp3', { title: '99 Luftballons' }],
  ['50 Cent - In Da Club.mp3', { title: 'In Da Club', artist: '50 Cent' }],
  ['4.33.mp3', { title: '4.33' }],
  ['Prince - 1999.mp3', { title: '1999', artist: 'Prince' }],
  // Folders
  ['Folder/Song.mp3', { title: 'Song' }],
  ['Artist/Album/Song.mp3', { title: 'Song', artist: 'Artist', album: 'Album' }],
  ['Artist/Album/03 Song.mp3', { title: 'Song', artist: 'Artist', album: 'Album', trackNumber: 3 }],
  ['Artist/Album/3 Song.mp3', { title: 'Song', artist: 'Artist', album: 'Album', trackNumber: 3 }],
  [
    'Genre/Artist/Album/03 - Song - Live.mp3',
    { title: 'Song - Live', artist: 'Artist', album: 'Album', trackNumber: 3 },
  ],
  ['Artist/Album/Artist - Song.mp3', { title: 'Song', artist: 'Artist', album: 'Album' }],
  [
    'Artist/Album/CD 2/01 Song.mp3',
    { title: 'Song', artist: 'Artist', album: 'Album', trackNumber: 1, discNumber: 2 },
  ],
  ['Album/Disc1/01 Song.mp3', { title: 'Song', trackNumber: 1, discNumber: 1 }],
  [
    'Various Artists/Hits/07 - Artist - Song.mp3',
    { title: 'Song', artist: 'Artist', album: 'Hits', trackNumber: 7 },
  ],
  ['Unknown Artist/Unknown Album/Song.mp3', { title: 'Song' }],
  [
    '50 Cent/Hits/50 Cent - In Da Club.mp3',
    { title: 'In Da Club', artist: '50 Cent', album: 'Hits' },
  ],
])('%j', (path, hint) => {
  expect(readPathHint(path.split('/'))).toEqual(hint)
})

test.each([
  // Whatever the number, where an artist's album lies
  ['Artist/Album/10 Song - Remastered 2011.mp3', 'Song - Remastered 2011', 10],
  ['Artist/Album/9 Song - Live.mp3', 'Song - Live', 9],
  ['Artist/Album/21 Song - A Part of It.mp3', 'Song - A Part of It', 21],
  ['Artist/Album/(12) Song.mp3', 'Song', 12],
  ['Artist/Album/[12] Song.mp3', 'Song', 12],
  ['Artist/Album/1-12 Song - Mono.mp3', 'Song - Mono', 12],
  ['Artist/Album/A1 Song.mp3', 'Song', undefined],
  ['Artist/Album/B2. Song - Live.mp3', 'Song - Live', undefined],
  ['Artist/Album/A1 - Song.mp3', 'Song', undefined],
  ['(12) Song.mp3', 'Song', 12],
  ['10. Song - Remastered 2011.mp3', 'Song - Remastered 2011', 10],
  // What is no number
  ['(500) Days of Summer.mp3', '(500) Days of Summer', undefined],
  ['B4 U Go.mp3', 'B4 U Go', undefined],
  ['99 Luftballons - Live.mp3', '99 Luftballons - Live', undefined],
])('%j is called %j', (path, title, trackNumber) => {
  const hint = readPathHint(path.split('/'))
  expect([hint.title, hint.trackNumber]).toEqual([title, trackNumber])
})

test.each([
  ['Album (1999)/03 Song.mp3', { album: 'Album', year: 1999, trackNumber: 3 }],
  ['Album [1999]/10 Song.mp3', { album: 'Album', year: 1999, trackNumber: 10 }],
  ['Artist/Album (1999)/03 Song.mp3', { artist: 'Artist', album: 'Album', year: 1999 }],
  ['Artist/1999 - Album/03 Song.mp3', { artist: 'Artist', album: 'Album', year: 1999 }],
  ['Artist/[1999] Album [FLAC]/03 Song.mp3', { artist: 'Artist', album: 'Album', year: 1999 }],
  ['Artist/Artist - Album (1999)/03 Song.mp3', { artist: 'Artist', album: 'Album', year: 1999 }],
  ['Artist/Artist - 1999 - Album/03 Song.mp3', { artist: 'Artist', album: 'Album', year: 1999 }],
  ['Music/Artist - Album (1999)/03 Song.mp3', { artist: 'Artist', album: 'Album', year: 1999 }],
  ['Artist - Album (1999)/CD2/03 Song.mp3', { artist: 'Artist', album: 'Album', discNumber: 2 }],
  // A year is no album, and a name with a dash is one.
  ['Prince/1999/03 Song.mp3', { artist: 'Prince', album: '1999' }],
  ['Artist/Album - The Best/03 Song.mp3', { artist: 'Artist', album: 'Album - The Best' }],
])('%j', (path, hint) => {
  expect(readPathHint(path.split('/'))).toMatchObject({ title: 'Song', ...hint })
})

test('where all files of a folder are numbered the number counts', () => {
  const read = (name: string) => readPathHint([name], true)
  expect(read('10 Song.mp3')).toEqual({ title: 'Song', trackNumber: 10 })
  expect(read('11 Artist - Song.mp3')).toEqual({ title: 'Song', artist: 'Artist', trackNumber: 11 })
  expect(read('12 50 Cent - Song.mp3')).toEqual({
    title: 'Song',
    artist: '50 Cent',
    trackNumber: 12,
  })
  expect(read('A1 - Song.mp3')).toEqual({ title: 'Song' })
  expect(read('B2 Song - Live.mp3')).toEqual({ title: 'Song - Live' })
})

test('a folder is numbered where nearly all its files begin with numbers of their own', () => {
  const folder = (names: readonly string[]) =>
    findNumberedFolders(names.map((name) => join('/m', name))).size > 0
  expect(folder(['09 Song.mp3', '10 Other.mp3', '11 - Third.mp3'])).toBe(true)
  expect(folder(['A1 Song.mp3', 'A2 Other.mp3', 'B1. Third.mp3'])).toBe(true)
  expect(folder(['1-01 Song.mp3', '1-02 Other.mp3', '2-01 Third.mp3', 'Hidden.mp3'])).toBe(true)
  expect(folder(['99 Luftballons.mp3'])).toBe(false)
  expect(folder(['50 Cent - One.mp3', '50 Cent - Two.mp3', '50 Cent - Three.mp3'])).toBe(false)
  expect(folder(['99 Luftballons.mp3', 'Song.mp3', 'Other.mp3'])).toBe(false)
})

test('any path gives a title of one line, and no empty names', () => {
  const name = fc.oneof(
    fc.string({ unit: codePoint }),
    fc
      .array(fc.constantFrom('03', ' - ', '.', '_', 'Song', '(', ')', ' '), { maxLength: 8 })
      .map((all) => all.join('')),
  )
  fc.assert(
    fc.property(fc.array(name, { maxLength: 4 }), name, (folders, file) => {
      const hint = readPathHint([...folders, `${file}x.mp3`])
      expect(hint.title).not.toBe('')
      for (const text of [hint.title, hint.artist, hint.album])
        if (text !== undefined) expect(text).toMatch(/^\P{Cc}+$/u)
    }),
    { numRuns: 300 },
  )
})
