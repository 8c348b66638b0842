import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLinkedPlaylist } from '../../../../src/playlist/links/read-link.ts'
import { openApi } from '../../../../src/playlist/services/spotify/api.ts'
import { UserError } from '../../../../src/words/user-error.ts'
import { anyJson } from '../../../support/any-json.ts'
import { answerDirectly } from '../../../support/hosts/direct-http.ts'
import { idOf } from '../../../support/hosts/spotify.ts'
import { failure } from '../../../support/hosts/spotify-user.ts'
import { runs } from '../../../support/runs.ts'

const { signal } = new AbortController()

test('whatever the API answers, there is a playlist or an error for the user', async () => {
  const session = { token: async () => 'token', renew: async () => 'token' }
  let count = 0
  const value = fc.oneof(
    anyJson(),
    fc.record({
      items: fc.oneof(fc.array(anyJson()), anyJson()),
      total: fc.oneof(fc.integer({ min: -1, max: 60 }), anyJson()),
    }),
    fc.record({
      name: anyJson(),
      owner: anyJson(),
      snapshot_id: anyJson(),
      artists: anyJson(),
    }),
  )
  const body = fc.oneof(
    value.map((each) => JSON.stringify(each)),
    fc.string(),
  )
  const status = fc.constantFrom(200, 200, 200, 200, 401, 403, 404, 429, 500)
  const kind = fc.constantFrom('playlist' as const, 'album' as const, 'track' as const)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(status, body), { minLength: 1 }),
      kind,
      async (said, what) => {
        let turn = 0
        const http = answerDirectly(() => {
          const [code, text] = said[Math.min(turn++, said.length - 1)] ?? [200, '']
          if (turn > 500) throw new Error('It asks without end.')
          return { status: code, body: text }
        })
        const store = {
          open: async () => ({ rows: [], add: async () => {}, remove: async () => {} }),
        }
        const reading = { http, api: openApi(session, http), store, publicPage: false }
        const link = { kind: what, id: idOf(count++) }
        const error = await failure(readLinkedPlaylist(link, reading, signal))
        if (error) expect(error).toBeInstanceOf(UserError)
      },
    ),
    { numRuns: runs(10_000) },
  )
})
