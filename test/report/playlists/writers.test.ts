import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writers } from '../../../src/report/playlists/all.ts'
import { factsOf, hostile, plain, playlistOf, readBack } from './support/exchange.ts'

describe.each(writers.map((writer) => [writer.name, writer] as const))('%s', (_, writer) => {
  test('out and in again, the tracks are the same in all that it carries', () => {
    fc.assert(
      fc.property(playlistOf(plain), (playlist) => {
        const [read, ...more] = readBack(writer, playlist)
        expect(more).toEqual([])
        const tracks = read?.entries.map((entry) => entry.kind === 'track' && entry.track)
        expect(tracks?.map((track) => track && factsOf(writer.carries, track))).toEqual(
          playlist.entries.map(({ track }) => factsOf(writer.carries, track)),
        )
      }),
    )
  })

  test('whatever the names are, every track comes back as one track, in its place', () => {
    fc.assert(
      fc.property(playlistOf(hostile), (playlist) => {
        const [read] = readBack(writer, playlist)
        expect(read?.entries).toHaveLength(playlist.entries.length)
      }),
    )
  })

  test('an empty playlist is no error', () => {
    expect(() => writer.write({ name: 'Nothing', entries: [] })).not.toThrow()
  })
})
