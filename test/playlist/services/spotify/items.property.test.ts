import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildPlaylist } from '../../../../src/playlist/reading/entries.ts'
import { readItem } from '../../../../src/playlist/services/spotify/items.ts'
import { anyJson } from '../../../support/any-json.ts'
import { runs } from '../../../support/runs.ts'

const head = { format: 'spotify-api', name: 'List', fallbackName: '' } as const

test('whatever the API says, every element is an entry', () => {
  const odd = fc.oneof(anyJson(), fc.record({ name: anyJson() }))
  const track = fc.record(
    {
      type: fc.oneof(fc.constantFrom('track', 'episode', '__proto__'), odd),
      uri: fc.oneof(fc.constantFrom('spotify:local:a:b:c:1', 'spotify:track:x', 'spotify:x'), odd),
      name: odd,
      artists: fc.oneof(fc.array(odd), odd),
      album: fc.oneof(fc.record({ name: odd, artists: odd, release_date: odd }), odd),
      duration_ms: odd,
      external_ids: odd,
      is_playable: odd,
      restrictions: odd,
      track_number: odd,
    },
    { requiredKeys: [] },
  )
  const element = fc.oneof(
    odd,
    fc.record(
      { item: fc.oneof(track, odd), track: fc.oneof(track, odd), added_at: odd },
      { requiredKeys: [] },
    ),
  )
  fc.assert(
    fc.property(element, (value) => {
      const { entries } = buildPlaylist(head, [readItem(value)])
      expect(entries[0]?.position).toBe(1)
    }),
    { numRuns: runs(10_000) },
  )
})
