import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asRecord } from '../../../../src/base/json.ts'
import { readLinkedPlaylist } from '../../../../src/playlist/links/read-link.ts'
import { openApi } from '../../../../src/playlist/services/spotify/api.ts'
import { openSpotifyReplay } from '../../../support/hosts/spotify-visitor.ts'
import { describeShared, shared } from '../../../support/shared.ts'

const FOLDER = 'data/replies/spotify'

/** What the Web API answered when it was recorded, under the address that is asked today. */
function readAnswer({ pathname }: URL): unknown {
  const [, , kind = '', id = '', what] = pathname.split('/')
  const found = readdirSync(shared(FOLDER, kind)).find(
    (name) =>
      name.startsWith(`${kind}_${id}`) && name.includes('_tracks_limit_') === (what !== undefined),
  )
  if (found) return JSON.parse(readFileSync(shared(FOLDER, kind, found), 'utf8'))
  // An album's first page stands in its head too.
  return what === 'tracks'
    ? asRecord(readAnswer(new URL(`https://x/v1/${kind}/${id}`))).tracks
    : undefined
}

const idsOf = (kind: string) => [
  ...new Set(readdirSync(shared(FOLDER, kind)).map((name) => name.split(/[_.]/)[1] ?? '')),
]

async function read(kind: 'playlist' | 'album' | 'track', id: string) {
  const { http, replay } = await openSpotifyReplay((url) => {
    const answer = readAnswer(url)
    return answer === undefined ? undefined : { body: JSON.stringify(answer) }
  })
  const api = openApi({ token: async () => 'token', renew: async () => 'token' }, http)
  const store = { open: async () => ({ rows: [], add: async () => {}, remove: async () => {} }) }
  const reading = { http, api, store, publicPage: false }
  const playlist = await readLinkedPlaylist({ kind, id }, reading, new AbortController().signal)
  expect(replay.unknown).toEqual([])
  return playlist
}

describeShared('answers of the Web API that were recorded', FOLDER, () => {
  test.each(idsOf('playlists'))('playlist %s: every element is an entry', async (id) => {
    const { name, entries, notes } = await read('playlist', id)
    const page = asRecord(readAnswer(new URL(`https://x/v1/playlists/${id}/items`)))
    expect(name).toBe(asRecord(readAnswer(new URL(`https://x/v1/playlists/${id}`))).name)
    expect(entries).toHaveLength(Number(page.total))
    expect(notes).toEqual([])
    for (const entry of entries)
      expect(entry).toMatchObject(
        entry.kind === 'track'
          ? { track: { isrc: expect.stringMatching(/^\w{12}$/) } }
          : {
              reason: { code: 'playlist.withdrawn' },
              uri: expect.stringMatching(/^spotify:track:/),
            },
      )
    expect(entries.filter(({ kind }) => kind === 'track').length).toBeGreaterThan(
      entries.length / 2,
    )
  })

  test('albums: every track, under the album’s name', async () => {
    // Of some albums a page of tracks was recorded, and no head.
    const ids = idsOf('albums').filter((id) => readAnswer(new URL(`https://x/v1/albums/${id}`)))
    expect(ids.length).toBeGreaterThan(20)
    for (const id of ids) {
      const head = asRecord(readAnswer(new URL(`https://x/v1/albums/${id}`)))
      const { name, entries } = await read('album', id)
      expect(name, id).toBe(String(head.name).trim())
      expect(entries, id).toHaveLength(Number(head.total_tracks))
      for (const entry of entries)
        expect(entry).toMatchObject({
          kind: 'track',
          track: { album: name, title: expect.any(String) },
        })
    }
  })

  test('tracks, each with what the service knows', async () => {
    const ids = idsOf('tracks')
    expect(ids.length).toBeGreaterThan(50)
    for (const id of ids) {
      const [entry] = (await read('track', id)).entries
      expect(entry, id).toMatchObject({
        kind: 'track',
        track: {
          uri: `spotify:track:${id}`,
          isrc: expect.any(String),
          durationMs: expect.any(Number),
        },
      })
    }
  })
})
