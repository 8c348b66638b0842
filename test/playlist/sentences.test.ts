import { expect, test } from 'vitest'
import { type Reason, reason } from '../../src/model/reason.ts'
import { distinctReasons, joinNotes } from '../../src/playlist/reading/notes.ts'
import { english } from '../../src/words/english.ts'
import { readReason, spellOut } from '../../src/words/spell-out.ts'

// An older report knows a row without a name by its text and by this sentence: a sentence that changes here
// makes the row of an unchanged playlist look like another one.
test.each<[Reason, string]>([
  [reason('playlist.no-title'), 'The row names no title.'],
  [reason('playlist.empty-row'), 'An empty row.'],
  [reason('playlist.empty-item'), 'An empty item: the service no longer names it.'],
  [reason('playlist.podcast-episode'), 'A podcast episode, not a song.'],
  [reason('playlist.audiobook'), 'An audiobook, not a song.'],
  [reason('playlist.film'), 'A film, not a song.'],
  [reason('playlist.television-episode'), 'A television episode, not a song.'],
  [reason('playlist.stream'), 'A stream, no track.'],
  [reason('playlist.stream-or-list'), 'A stream or another list, no track.'],
  [reason('playlist.link-to-other', { kind: 'album' }), 'A link to an album, no track.'],
  [reason('playlist.link-to-other', { kind: 'user' }), 'A link to a user, no track.'],
  [reason('playlist.link-impossible'), 'A link to a track that cannot exist.'],
  [
    reason('playlist.link-only', { service: 'Deezer' }),
    'Only a link to Deezer: its title has to be asked from the network.',
  ],
  [
    reason('playlist.link-short'),
    'A short link: what it leads to has to be asked from the network.',
  ],
  [reason('playlist.address-only'), 'Only an address: it names no title and no artist.'],
  [reason('playlist.local-file-unreadable'), 'A local file whose address cannot be read.'],
  [reason('playlist.line-without-file'), 'A line that names no file.'],
  [reason('playlist.line-without-words'), 'The line names nothing.'],
  [reason('playlist.neither-link-nor-names'), 'Neither a link nor “Artist - Title”.'],
  [reason('playlist.not-in-library'), 'The library has no such track.'],
  [reason('playlist.not-in-collection'), 'The collection has no such track.'],
  [reason('playlist.withdrawn'), 'A track that was withdrawn: Spotify no longer names it.'],
  [reason('playlist.no-such-track'), 'Spotify names no such track.'],
  [reason('playlist.link-to-no-track'), 'A link that leads to no track: give it by itself.'],
])('%j keeps its sentence', (given, sentence) => {
  expect(english(given)).toBe(sentence)
})

test('several notes of a row are one sentence in what is stored, and are read back as they were', () => {
  const year = reason('playlist.unlikely-year', { value: '99' })
  const isrc = reason('playlist.no-isrc', { value: 'x' })
  const note = joinNotes([year, isrc, year])
  const stored = JSON.parse(JSON.stringify(spellOut({ note })))
  expect(stored.note).toBe(
    'The year “99” cannot be right and was left out. “x” is no ISRC and was left out.',
  )
  expect(readReason(stored, 'note')).toEqual(note)
  expect(joinNotes([year, year])).toEqual(year)
  expect(joinNotes([])).toBeUndefined()
  expect(distinctReasons([year, isrc, year])).toEqual([year, isrc])
})
