import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPathHint } from '../../../src/source/library/path-hint.ts'
import { codePoint } from '../../support/code-point.ts'

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
