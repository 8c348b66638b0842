import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Track } from '../../../src/model/track.ts'
import { recogniseFormat } from '../../../src/playlist/read.ts'
import { writers } from '../../../src/report/playlists/all.ts'
import type { ExportedPlaylist, PlaylistWriter } from '../../../src/report/playlists/writer.ts'

/** Words that a title may be of, with all that could end a field, a line or an element. */
const word = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'aZ9é한ё&<>"\'#=+-,;:%/\\|'),
    fc.constantFrom('😀', 'ﷺ', 'カ', ']]>', '--', '\u202e', '\u0000', '\n', '\ud800'),
  ),
  minLength: 1,
  maxLength: 12,
})
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const plain = fc
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

const playlistOf = (name: fc.Arbitrary<string>): fc.Arbitrary<ExportedPlaylist> =>
  fc.record({
    name: name.map((each) => `P${each}`),
    entries: fc.array(fc.record({ track: trackOf(name), file: fc.constant('List/01 a.mp3') }), {
      minLength: 1,
      maxLength: 6,
    }),
  })

function readBack(writer: PlaylistWriter, playlist: ExportedPlaylist) {
  const written = writer.write(playlist)
  const bytes = new TextEncoder().encode(written)
  const input = { name: `out.${writer.extension}`, bytes, text: written }
  const format = recogniseFormat(input)
  return format?.read(input) ?? []
}

/** What this format promises to bring back of a track. */
function carried(writer: PlaylistWriter, track: Track) {
  return Object.fromEntries(
    writer.carries.map((fact) =>
      fact === 'artist' ? [fact, track.artists.join(', ')] : [fact, track[fact]],
    ),
  )
}

describe.each(writers.map((writer) => [writer.name, writer] as const))('%s', (_, writer) => {
  test('out and in again, the tracks are the same in all that it carries', () => {
    fc.assert(
      fc.property(playlistOf(plain), (playlist) => {
        const [read, ...more] = readBack(writer, playlist)
        expect(more).toEqual([])
        const tracks = read?.entries.map((entry) => entry.kind === 'track' && entry.track)
        expect(tracks?.map((track) => track && carried(writer, track))).toEqual(
          playlist.entries.map(({ track }) => carried(writer, track)),
        )
      }),
    )
  })

  test('whatever the names are, every track comes back as one track, in its place', () => {
    fc.assert(
      fc.property(playlistOf(text), (playlist) => {
        const [read] = readBack(writer, playlist)
        expect(read?.entries).toHaveLength(playlist.entries.length)
      }),
    )
  })

  test('an empty playlist is no error', () => {
    expect(() => writer.write({ name: 'Nothing', entries: [] })).not.toThrow()
  })
})
