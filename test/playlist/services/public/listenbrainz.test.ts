import { expect, test } from 'vitest'
import { entriesOf, readFromService, sayJson } from '../../../support/hosts/visitor.ts'

const MBID = '5b1ac0de-0000-4000-8000-000000000001'
const RECORDING = '5b1ac0de-0000-4000-8000-00000000000a'
const LINK = `https://listenbrainz.org/playlist/${MBID}/`

/** As https://listenbrainz.readthedocs.io/en/latest/users/api/playlist.html has it. */
const answer = {
  playlist: {
    annotation: '<p>For the <b>way</b> home</p>',
    creator: 'mira',
    date: '2024-01-02T03:04:05+00:00',
    extension: { 'https://musicbrainz.org/doc/jspf#playlist': { public: true } },
    identifier: `https://listenbrainz.org/playlist/${MBID}`,
    title: 'Evening',
    track: [
      {
        album: 'Harbour Lights',
        creator: 'The Lanterns feat. Ann Lee',
        duration: 221_000,
        extension: {
          'https://musicbrainz.org/doc/jspf#track': {
            added_at: '2024-01-02T03:04:05+00:00',
            additional_metadata: {
              artists: [
                { artist_credit_name: 'The Lanterns', join_phrase: ' feat. ' },
                { artist_credit_name: 'Ann Lee', join_phrase: '' },
              ],
            },
          },
        },
        identifier: [`https://musicbrainz.org/recording/${RECORDING}`],
        title: 'Blue Harbour',
      },
    ],
  },
}

test.each([
  LINK,
  `https://listenbrainz.org/playlist/${MBID.toUpperCase()}`,
  `https://api.listenbrainz.org/1/playlist/${MBID}`,
])('%s is read without a key', async (link) => {
  const { playlist, requests } = await readFromService(link, () => sayJson(answer))
  expect(playlist).toMatchObject({
    name: 'Evening',
    description: 'For the way home',
    creator: 'mira',
    format: 'listenbrainz-playlist',
    uri: `https://listenbrainz.org/playlist/${MBID}`,
  })
  expect(entriesOf(playlist)).toEqual([
    {
      title: 'Blue Harbour',
      artists: ['The Lanterns', 'Ann Lee'],
      album: 'Harbour Lights',
      durationMs: 221_000,
      uri: `https://musicbrainz.org/recording/${RECORDING}`,
      addedAt: '2024-01-02T03:04:05+00:00',
    },
  ])
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
})

test('a private list is read with the token of whoever it belongs to', async () => {
  const { requests, playlist } = await readFromService(LINK, () => sayJson(answer), 'a-token')
  expect(playlist?.entries).toHaveLength(1)
  expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Token a-token'])
})

test('a list that is not there, or not for this user', async () => {
  for (const status of [401, 403, 404]) {
    const { error } = await readFromService(LINK, () =>
      sayJson({ code: status, error: 'no' }, status),
    )
    expect(error?.reason.code).toBe('playlist.list-not-there')
    expect(error?.advice?.code).toBe('playlist.give-token')
  }
})

test('an answer that is no list', async () => {
  const { playlist } = await readFromService(LINK, () => sayJson({ playlist: { track: [null] } }))
  expect(entriesOf(playlist)).toMatchObject([{ skipped: 'playlist.no-title' }])
})
