import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../src/model/playlist.ts'
import type { Track } from '../../../src/model/track.ts'
import { formats } from '../../../src/playlist/all.ts'
import { writers } from '../../../src/report/playlists/all.ts'
import type { ExportedEntry } from '../../../src/report/playlists/writer.ts'
import { fixtures } from '../../contract/format.ts'
import { commonFacts, exported, factsOf, plain, playlistOf, readBack } from './support/exchange.ts'

const tracksOf = (entries: readonly (Entry | ExportedEntry)[] = []) =>
  entries.flatMap((entry) => ('track' in entry ? [entry.track] : []))

const pairs = writers.flatMap((one) =>
  writers.map((other) => [one.name, other.name, one, other] as const),
)

test.each(pairs)('out as %s, in, out as %s and in again: the same list', (_, __, one, other) => {
  const facts = commonFacts(one, other)
  fc.assert(
    fc.property(playlistOf(plain), (playlist) => {
      const [first] = readBack(one, playlist)
      const [second] = first ? readBack(other, exported(first)) : []
      expect(second?.name).toBe(playlist.name)
      expect(tracksOf(second?.entries).map((track) => factsOf(facts, track))).toEqual(
        tracksOf(playlist.entries).map((track) => factsOf(facts, track)),
      )
    }),
    { numRuns: 25 },
  )
})

describe.each(formats.map(({ name }) => name))('what %s holds', (format) => {
  const lists = fixtures.filter((fixture) => fixture.format === format)

  test.each(writers.map((writer) => [writer.name, writer] as const))(
    'goes out as %s and comes back',
    (_, writer) => {
      for (const playlist of lists.flatMap(({ expected }) => expected)) {
        const going = exported(playlist)
        const [back] = readBack(writer, going)
        const of = (track: Track) => factsOf(writer.carries, track)
        expect(tracksOf(back?.entries).map(of)).toEqual(tracksOf(going.entries).map(of))
      }
    },
  )
})
