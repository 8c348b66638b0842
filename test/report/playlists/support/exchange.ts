import fc from 'fast-check'
import type { Playlist } from '../../../../src/model/playlist.ts'
import type { Track } from '../../../../src/model/track.ts'
import { recogniseFormat } from '../../../../src/playlist/read.ts'
import type { ExportedPlaylist, PlaylistWriter } from '../../../../src/report/playlists/writer.ts'

/** Words that a title may be of, with all that could end a field, a line or an element. */
const word = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'aZ9é한ё&<>"\'#=+-,;:%/\\|'),
    fc.constantFrom('😀', 'ﷺ', 'カ', ']]>', '--', '\u202e', '\u0000', '\n', '\ud800'),
  ),
  minLength: 1,
  maxLength: 12,
})
export const hostile = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '))
export const plain = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcéОл한'), minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '))

const trackOf = (name: fc.Arbitrary<string>): fc.Arbitrary<Track> =>
  fc.record(
    {
      title: name.map((each) => `T${each}`),
      // Whoever is credited twice is read once.
      artists: fc.uniqueArray(
        name.map((each) => `A${each}`),
        { minLength: 1, maxLength: 3 },
      ),
      album: name.map((each) => `B${each}`),
      durationMs: fc.integer({ min: 1000, max: 7_200_000 }),
      year: fc.integer({ min: 1900, max: 2026 }),
      isrc: fc.stringMatching(/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/),
      trackNumber: fc.integer({ min: 1, max: 99 }),
      uri: fc.stringMatching(/^spotify:track:[0-9A-Za-z]{22}$/),
      addedAt: fc.constant('2024-05-06T07:08:09Z'),
    },
    { requiredKeys: ['title', 'artists'] },
  )

/** Some tracks are kept, and of the others is said why they are not. */
export const playlistOf = (name: fc.Arbitrary<string>): fc.Arbitrary<ExportedPlaylist> =>
  fc.record({
    name: name.map((each) => `P${each}`),
    entries: fc.array(
      fc.oneof(
        fc.record({ track: trackOf(name), file: fc.constant('List/01 a.mp3') }),
        fc.record({ track: trackOf(name), missing: name }, { requiredKeys: ['track'] }),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  })

export function readBack(writer: PlaylistWriter, playlist: ExportedPlaylist): readonly Playlist[] {
  const written = writer.write(playlist)
  const bytes = new TextEncoder().encode(written)
  const input = { name: `out.${writer.extension}`, bytes, text: written }
  const format = recogniseFormat(input)
  return format?.read(input) ?? []
}

export type Fact = PlaylistWriter['carries'][number]

/** These facts of a track. */
export const factsOf = (facts: readonly Fact[], track: Track) =>
  Object.fromEntries(
    facts.map((fact) => [fact, fact === 'artist' ? track.artists.join(', ') : track[fact]]),
  )

/** What both bring back. */
export function commonFacts(one: PlaylistWriter, other: PlaylistWriter): readonly Fact[] {
  const hasAll = [one, other].every(({ carries }) => carries.includes('artists'))
  const names: readonly Fact[] = hasAll ? ['artists'] : ['artist']
  const others = one.carries.filter((fact) => fact !== 'artists' && other.carries.includes(fact))
  return [...new Set([...names, ...others])]
}

/** As it goes out again. */
export const exported = ({ name, entries }: Playlist): ExportedPlaylist => ({
  name,
  entries: entries.flatMap((entry) =>
    entry.kind === 'track' ? [{ track: entry.track, file: entry.track.path }] : [],
  ),
})
