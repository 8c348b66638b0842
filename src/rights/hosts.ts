import { type Reason, reason } from '../model/reason.ts'
import type { HostTermsSummary } from '../model/verdict.ts'

/** What the place that a recording comes from says about copies: the second key. */
export interface HostTerms {
  /** `Recording.source`. */
  readonly source: string
  /**
   * `own`: the files are the user's already. `licensed`: copies of what is under a licence that allows
   * them. `never`: none, whatever the licence.
   */
  readonly copies: 'own' | 'licensed' | 'never'
  /**
   * Whose accounts put things there. `artist`: its terms let artists alone publish, and what they publish,
   * so that the artist named is the account. `anybody`: the artist's name is what the uploader wrote.
   */
  readonly accounts?: 'artist' | 'anybody'
  /** Nothing it asks of who copies there stands against passing licensed copies on. Absent: nobody has read that. */
  readonly passOn?: 'licensed'
  /** Where its answers and files lie: host names. Needed where copies may be passed on. */
  readonly sites?: readonly string[]
  readonly says: HostTermsSummary
}

/** A source that is not here may be linked to, no more. Adding one is one entry. */
export const hosts: readonly HostTerms[] = [
  {
    source: 'library',
    copies: 'own',
    says: { name: 'Your library', reason: reason('rights.own-file') },
  },
  {
    source: 'given',
    copies: 'own',
    says: { name: 'Your own file', reason: reason('rights.own-file') },
  },
  {
    source: 'internet-archive',
    copies: 'licensed',
    accounts: 'anybody',
    passOn: 'licensed',
    sites: ['archive.org'],
    says: {
      name: 'Internet Archive',
      reason: reason('rights.internet-archive-allows'),
      conditions: [reason('rights.for-research'), reason('rights.vouches-for-nobody')],
      termsUrl: 'https://archive.org/about/terms',
      readOn: '2026-11-21',
    },
  },
  {
    source: 'jamendo',
    copies: 'licensed',
    accounts: 'artist',
    says: {
      name: 'Jamendo',
      reason: reason('rights.jamendo-allows'),
      conditions: [reason('rights.non-commercial-api'), reason('rights.name-the-artist')],
      termsUrl: 'https://devportal.jamendo.com/api_terms_of_use',
      readOn: '2026-11-21',
    },
  },
  {
    source: 'wikimedia-commons',
    copies: 'licensed',
    accounts: 'anybody',
    passOn: 'licensed',
    sites: ['commons.wikimedia.org', 'upload.wikimedia.org'],
    says: {
      name: 'Wikimedia Commons',
      reason: reason('rights.wikimedia-commons-allows'),
      conditions: [reason('rights.name-the-author')],
      termsUrl: 'https://commons.wikimedia.org/wiki/Commons:Reusing_content_outside_Wikimedia',
      readOn: '2026-11-21',
    },
  },
  {
    source: 'ccmixter',
    copies: 'licensed',
    // Featured artists are credited beside the account's artist: `Recording.uploader` says which one it is.
    accounts: 'anybody',
    passOn: 'licensed',
    sites: ['ccmixter.org'],
    says: {
      name: 'ccMixter',
      reason: reason('rights.ccmixter-allows'),
      conditions: [reason('rights.name-the-artist')],
      termsUrl: 'https://ccmixter.org/terms',
      readOn: '2026-11-21',
    },
  },
  {
    source: 'funkwhale',
    copies: 'licensed',
    accounts: 'anybody',
    says: {
      name: 'Funkwhale',
      reason: reason('rights.funkwhale-allows'),
      conditions: [reason('rights.terms-of-each-pod')],
    },
  },
  linkOnly(
    'youtube',
    'YouTube',
    reason('rights.youtube-forbids'),
    'https://developers.google.com/youtube/terms/developer-policies',
  ),
  linkOnly(
    'soundcloud',
    'SoundCloud',
    reason('rights.soundcloud-forbids'),
    'https://developers.soundcloud.com/docs/api/terms-of-use',
  ),
  linkOnly(
    'spotify',
    'Spotify',
    reason('rights.spotify-forbids'),
    'https://developer.spotify.com/terms',
  ),
  linkOnly(
    'deezer',
    'Deezer',
    reason('rights.deezer-forbids'),
    'https://developers.deezer.com/termsofuse',
  ),
  linkOnly(
    'itunes',
    'iTunes',
    reason('rights.itunes-forbids'),
    'https://developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/iTuneSearchAPI/',
  ),
  // Its API's terms, and its Open Music License beside them, were looked up in November 2026 and not read.
  unread('audius', 'Audius', 'https://audius.co/legal/api-terms'),
  unread('bandcamp', 'Bandcamp'),
  unread('mirlo', 'Mirlo'),
  unread('freesound', 'Freesound'),
  unread('faircamp', 'Faircamp'),
  unread('library-of-congress', 'Library of Congress'),
  linkOnly('fma', 'Free Music Archive', reason('rights.fma-closed')),
  namesOnly('openverse', 'Openverse'),
  namesOnly('musicbrainz', 'MusicBrainz'),
  namesOnly('listenbrainz', 'ListenBrainz'),
  namesOnly('acoustid', 'AcoustID'),
]

export function findHost(known: readonly HostTerms[], source: string): HostTerms | undefined {
  return known.find((host) => host.source === source)
}

function linkOnly(source: string, name: string, why: Reason, termsUrl?: string): HostTerms {
  return { source, copies: 'never', says: { name, reason: why, termsUrl, readOn: '2026-11-21' } }
}

/** Some of its artists may allow copies; whether a program may take them, nobody here has read. */
function unread(source: string, name: string, termsUrl?: string): HostTerms {
  return {
    source,
    copies: 'never',
    says: { name, reason: reason('rights.host-unsettled', { host: name }), termsUrl },
  }
}

/** It holds no sound: a recording that it names is judged by the terms of the host that has it. */
function namesOnly(source: string, name: string): HostTerms {
  return {
    source,
    copies: 'never',
    says: { name, reason: reason('rights.host-has-no-sound', { host: name }) },
  }
}
