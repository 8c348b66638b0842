import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Api } from '../../../../src/playlist/services/spotify/api.ts'
import { listPlaylists } from '../../../../src/playlist/services/spotify/list-playlists.ts'
import { english } from '../../../../src/words/english.ts'
import { anyJson } from '../../../support/any-json.ts'
import { codePoint } from '../../../support/code-point.ts'
import { idOf } from '../../../support/hosts/spotify.ts'
import { runs } from '../../../support/runs.ts'

const { signal } = new AbortController()

test('whatever the API says, there is a list, and its lines are lines', async () => {
  const odd = fc.oneof(anyJson(), fc.string({ unit: codePoint }))
  const one = fc.record(
    {
      name: odd,
      uri: fc.oneof(fc.constant(`spotify:playlist:${idOf(1)}`), odd),
      owner: fc.oneof(odd, fc.record({ id: odd, display_name: odd })),
      items: odd,
      tracks: fc.oneof(odd, fc.record({ total: odd })),
      collaborative: odd,
    },
    { requiredKeys: ['uri'] },
  )
  const page = fc.oneof(
    odd,
    fc.record({
      items: fc.oneof(fc.array(fc.oneof(odd, one)), odd),
      total: fc.oneof(fc.nat(200), odd),
    }),
  )
  await fc.assert(
    fc.asyncProperty(odd, odd, page, async (me, liked, said) => {
      let asked = 0
      const api: Api = {
        get: async (path) => {
          if (++asked > 20_000) throw new Error('It asks without end.')
          return path === '/me' ? me : path === '/me/tracks' ? liked : said
        },
      }
      for (const { name, owner, tracks = 0 } of await listPlaylists(api, signal)) {
        expect(english(name) + english(owner)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
        expect(Number.isSafeInteger(tracks) || tracks > 2 ** 53).toBe(true)
      }
    }),
    { numRuns: runs(10_000) },
  )
})
