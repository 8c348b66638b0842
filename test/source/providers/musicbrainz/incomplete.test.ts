import { describe, expect, test } from 'vitest'
import { UnavailableError } from '../../../../src/base/http/errors.ts'
import type { Track } from '../../../../src/model/track.ts'
import { nothingKnown } from '../../../../src/source/knowledge.ts'
import { musicBrainz } from '../../../../src/source/providers/musicbrainz/musicbrainz.ts'
import { answerDirectly, type DirectReply } from '../../../support/hosts/direct-http.ts'
import { answerFrom } from '../../../support/hosts/fixture-answers.ts'
import { makeContext } from '../../../support/hosts/online.ts'

const say = answerFrom('musicbrainz')

const LANTERNS: Track = {
  title: 'Blue Harbour',
  artists: ['The Lanterns'],
  album: 'Harbour Lights',
  durationMs: 221_000,
  isrc: 'QZLTN1400003',
}
const ADA: Track = { title: 'Slow Tide', artists: ['Ada Holm'] }
const PAPER: Track = { ...ADA, uri: 'spotify:track:0000000000000000000062' }

const RELEASE = /\/release\/00000071/
const ARTIST = /\/artist\//
const RECORDING = /\/recording\//
const RELEASES_OF = /\/release\?recording=/
const SEARCH = /\/recording\?query=/
const PAGE = /\/url\?/

const busy = { status: 503, body: '' }
const gone = { status: 404, body: '{"error": "Not Found"}' }
const odd = { body: '{"error": "Try later."}' }

/** What is known of the track, where `spoil` is answered to the questions that fit. */
function lookUp(track: Track, of: RegExp, spoil: DirectReply) {
  const http = answerDirectly((url) => (of.test(url.href) ? spoil : say(url)))
  const opened = musicBrainz.open(makeContext(musicBrainz, http))
  return opened.lookUp(track, nothingKnown, new AbortController().signal)
}

const refused = { code: 'source.refused', params: { place: 'MusicBrainz', status: 503 } }
const reshaped = { code: 'source.answer-of-another-shape', params: { place: 'MusicBrainz' } }
const LYKTENE = ['The Lanterns', 'Lyktene']
const OWN_PAGE = expect.arrayContaining(['https://thelanterns.bandcamp.com/'])

describe('what was learnt stays learnt', () => {
  test.each<[string, Track, RegExp, DirectReply, unknown, object]>([
    [
      'the release could not be asked',
      LANTERNS,
      RELEASE,
      busy,
      refused,
      { labels: undefined, licences: [], artists: LYKTENE, ownPages: OWN_PAGE },
    ],
    [
      'the release answered something else',
      LANTERNS,
      RELEASE,
      odd,
      reshaped,
      { labels: undefined, licences: [], artists: LYKTENE, ownPages: OWN_PAGE },
    ],
    [
      'the artist could not be asked',
      LANTERNS,
      ARTIST,
      busy,
      refused,
      { labels: ['Fjord Records'], ownPages: undefined, artists: LYKTENE },
    ],
    [
      'the other releases could not be asked',
      LANTERNS,
      RELEASES_OF,
      busy,
      refused,
      { labels: undefined, ownPages: OWN_PAGE, licences: [expect.stringContaining('by-sa')] },
    ],
    [
      'addresses of a recording without releases could not be asked',
      ADA,
      RECORDING,
      busy,
      refused,
      { licences: [], ownPages: expect.arrayContaining(['https://mastodon.example/@ada']) },
    ],
    [
      'the release is not there any more',
      LANTERNS,
      RELEASE,
      gone,
      undefined,
      { labels: undefined, ownPages: OWN_PAGE },
    ],
    [
      'the artist is not there any more',
      LANTERNS,
      ARTIST,
      gone,
      undefined,
      { labels: ['Fjord Records'], ownPages: undefined },
    ],
  ])('where %s', async (_, track, of, spoil, incomplete, asserted) => {
    const found = await lookUp(track, of, spoil)
    expect(found.incomplete).toEqual(incomplete)
    expect(found.recordings[0]?.title).toBe(track.title)
    expect(found.assertions).toHaveLength(1)
    const { labels, licences, artists, ownPages } = found.assertions[0] ?? {}
    expect({ labels, licences, artists, ownPages }).toMatchObject(asserted)
  })

  test.each([
    ['ISRC', LANTERNS, SEARCH],
    ['words', ADA, SEARCH],
    ['a link', PAPER, PAGE],
    ['the id that a link led to', PAPER, RECORDING],
  ])('a question by %s that fails is never taken for nothing', async (_, track, of) => {
    for (const spoil of [busy, odd])
      await expect(lookUp(track, of, spoil)).rejects.toBeInstanceOf(UnavailableError)
  })

  test('a link to what is not there any more is looked for by words', async () => {
    const track = { ...ADA, uri: PAPER.uri }
    const { recordings, incomplete } = await lookUp(track, /\/recording\/00000062/, gone)
    expect(recordings.map(({ title }) => title)).toEqual(['Slow Tide'])
    expect(incomplete).toBeUndefined()
  })
})
