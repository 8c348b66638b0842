import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Http } from '../../../src/base/http/http.ts'
import type { Playlist } from '../../../src/model/playlist.ts'
import { openServer } from '../../../src/playlist/servers/all.ts'
import { readServerLists } from '../../../src/playlist/servers/read-lists.ts'
import { findService } from '../../../src/playlist/services/all.ts'
import { UserError } from '../../../src/words/user-error.ts'
import { anyJson } from '../../support/any-json.ts'
import { answerDirectly } from '../../support/hosts/direct-http.ts'
import { guid, JELLYFIN } from '../../support/hosts/jellyfin.ts'
import { mbidOf } from '../../support/hosts/listenbrainz.ts'
import { SUBSONIC } from '../../support/hosts/subsonic.ts'
import { replaceValue } from '../../support/replace-value.ts'
import { runs } from '../../support/runs.ts'

const { signal } = new AbortController()

type Read = (http: Http) => Promise<readonly Playlist[]>
type Answers = Readonly<Record<string, unknown>>

const byLink =
  (link: string): Read =>
  async (http) => {
    const found = findService(link)
    return found ? [await found.service.read(found.link, { http, key: 'k' }, signal)] : []
  }

const ofServer =
  (kind: 'subsonic' | 'jellyfin', base: string): Read =>
  (http) =>
    readServerLists(
      openServer({ kind, base, credentials: { user: 'ann', password: 'x' }, http }),
      {},
      signal,
    )

const subsonicAnswer = (more: object) => ({ 'subsonic-response': { status: 'ok', ...more } })

/** What each says to a path, of the shape that it documents; one value of one answer is made another. */
const all: Readonly<Record<string, readonly [Read, Answers]>> = {
  Deezer: [
    byLink('https://www.deezer.com/playlist/12'),
    {
      '/playlist/12': { title: 'Evening', creator: { name: 'Mira' } },
      '/playlist/12/tracks': {
        data: [
          {
            id: 1,
            title: 'Amber',
            artist: { name: 'Mira' },
            contributors: [{ name: 'Mira' }],
            album: { title: 'Shore' },
            duration: 200,
            isrc: 'QZTST1400001',
            time_add: 1_600_000_000,
            type: 'track',
          },
        ],
        total: 1,
      },
    },
  ],
  YouTube: [
    byLink('https://www.youtube.com/playlist?list=PL1'),
    {
      '/youtube/v3/playlists': { items: [{ snippet: { title: 'Evening' } }] },
      '/youtube/v3/playlistItems': {
        items: [
          {
            snippet: { title: 'Mira - Amber', videoOwnerChannelTitle: 'Mira', publishedAt: '2021' },
            contentDetails: { videoId: 'vid00000001' },
            status: { privacyStatus: 'public' },
          },
        ],
        pageInfo: { totalResults: 1 },
      },
      '/youtube/v3/videos': {
        items: [{ id: 'vid00000001', contentDetails: { duration: 'PT3M' } }],
      },
    },
  ],
  ListenBrainz: [
    byLink(`https://listenbrainz.org/playlist/${mbidOf(1)}`),
    {
      [`/1/playlist/${mbidOf(1)}`]: {
        playlist: {
          title: 'Evening',
          track: [
            {
              title: 'Amber',
              creator: 'Mira',
              duration: 200_000,
              identifier: [`https://musicbrainz.org/recording/${mbidOf(2)}`],
            },
          ],
        },
      },
    },
  ],
  Subsonic: [
    ofServer('subsonic', SUBSONIC),
    {
      '/rest/getPlaylists.view': subsonicAnswer({
        playlists: { playlist: [{ id: 'p1', name: 'Evening', owner: 'ann' }] },
      }),
      '/rest/getPlaylist.view': subsonicAnswer({
        playlist: {
          entry: [
            {
              id: 's1',
              title: 'Amber',
              artist: 'Mira',
              artists: [{ name: 'Mira' }],
              duration: 200,
              isrc: ['QZTST1400001'],
              path: 'a/b.mp3',
            },
          ],
        },
      }),
    },
  ],
  Jellyfin: [
    ofServer('jellyfin', JELLYFIN),
    {
      '/Users/AuthenticateByName': { AccessToken: 'token', User: { Id: guid(1) } },
      '/Items': {
        Items: [{ Id: guid(2), Name: 'Evening', MediaType: 'Audio' }],
        TotalRecordCount: 1,
      },
      [`/Playlists/${guid(2)}/Items`]: {
        Items: [
          {
            Id: guid(3),
            Name: 'Amber',
            Type: 'Audio',
            Artists: ['Mira'],
            RunTimeTicks: 2_000_000_000,
            ProviderIds: { MusicBrainzRecording: mbidOf(2) },
          },
        ],
        TotalRecordCount: 1,
      },
    },
  ],
}

test.each(Object.entries(all))('%s: a right answer is read', async (_, [read, answers]) => {
  const http = answerDirectly((url) => ({ body: JSON.stringify(answers[url.pathname]) }))
  const [playlist] = await read(http)
  expect(playlist).toMatchObject({ name: 'Evening', entries: [{ track: { title: 'Amber' } }] })
})

test.each(Object.entries(all))(
  '%s: whatever stands in an answer, there are lists or an error for the user, and an end',
  async (_, [read, answers]) => {
    const mutant = fc.tuple(fc.nat(), fc.nat(), anyJson())
    await fc.assert(
      fc.asyncProperty(mutant, async ([which, place, value]) => {
        const paths = Object.keys(answers)
        const path = paths[which % paths.length] ?? ''
        const said = { ...answers, [path]: replaceValue(answers[path], place, value) }
        let asked = 0
        const http = answerDirectly((url) => {
          if (++asked > 50) throw new Error('It asks on and on.')
          return { body: JSON.stringify(said[url.pathname] ?? null) }
        })
        try {
          for (const { entries } of await read(http))
            for (const [at, { position }] of entries.entries()) expect(position).toBe(at + 1)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
      { numRuns: runs(10_000) },
    )
  },
)
