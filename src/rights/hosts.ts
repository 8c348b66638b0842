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
  readonly says: HostTermsSummary
}

/** A source that is not here may be linked to, no more. Adding one is one entry. */
export const hosts: readonly HostTerms[] = [
  {
    source: 'library',
    copies: 'own',
    says: { name: 'Your library', reason: 'It is your own file.' },
  },
  {
    source: 'internet-archive',
    copies: 'licensed',
    accounts: 'anybody',
    says: {
      name: 'Internet Archive',
      reason: 'The Internet Archive lets items be downloaded that are openly licensed.',
      conditions: [
        'It gives access for scholarship and research.',
        'It vouches for no uploader’s licence: whoever copies answers for the rights.',
      ],
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
      reason: 'Jamendo lets tracks be downloaded whose artists allow it.',
      conditions: [
        'Its API is for non-commercial use.',
        'The artist is named, with the licence and the track’s page.',
      ],
      termsUrl: 'https://devportal.jamendo.com/api_terms_of_use',
      readOn: '2026-11-21',
    },
  },
  {
    source: 'wikimedia-commons',
    copies: 'licensed',
    accounts: 'anybody',
    says: {
      name: 'Wikimedia Commons',
      reason: 'Wikimedia Commons lets its files be reused as their licences say.',
      conditions: ['The author is named, with the licence and the file’s page.'],
      termsUrl: 'https://commons.wikimedia.org/wiki/Commons:Reusing_content_outside_Wikimedia',
      readOn: '2026-11-21',
    },
  },
  {
    source: 'ccmixter',
    copies: 'licensed',
    // Guests are credited beside the account's artist: `Recording.uploader` says which one it is.
    accounts: 'anybody',
    says: {
      name: 'ccMixter',
      reason: 'ccMixter lets its tracks be used as the licence of each says.',
      conditions: ['The artist is named, with the licence and the track’s page.'],
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
      reason: 'The pod is one of those that share openly licensed music.',
      conditions: ['Each pod has terms of its own, on its page “About”.'],
    },
  },
  linkOnly(
    'youtube',
    'YouTube',
    'YouTube forbids to download or store its videos, those under a Creative Commons licence too.',
    'https://developers.google.com/youtube/terms/developer-policies',
  ),
  linkOnly(
    'soundcloud',
    'SoundCloud',
    'The terms of SoundCloud’s API forbid to capture or copy its sounds, those marked as downloadable too.',
    'https://developers.soundcloud.com/docs/api/terms-of-use',
  ),
  linkOnly(
    'spotify',
    'Spotify',
    'Spotify’s terms forbid copies of its music.',
    'https://developer.spotify.com/terms',
  ),
  linkOnly(
    'deezer',
    'Deezer',
    'Deezer’s terms allow its data to be shown, and no copy of its music or its previews.',
    'https://developers.deezer.com/termsofuse',
  ),
  linkOnly(
    'itunes',
    'iTunes',
    'Apple lends previews to promote its store, and for nothing else.',
    'https://developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/iTuneSearchAPI/',
  ),
  unread('audius', 'Audius'),
  unread('bandcamp', 'Bandcamp'),
  unread('mirlo', 'Mirlo'),
  unread('freesound', 'Freesound'),
  unread('faircamp', 'Faircamp'),
  unread('library-of-congress', 'Library of Congress'),
  linkOnly(
    'fma',
    'Free Music Archive',
    'The Free Music Archive has closed its API: a person may download there what a page allows, a program may not.',
  ),
  finder('openverse', 'Openverse'),
  finder('musicbrainz', 'MusicBrainz'),
  finder('listenbrainz', 'ListenBrainz'),
  finder('acoustid', 'AcoustID'),
  finder('odesli', 'Odesli'),
]

export function findHost(known: readonly HostTerms[], source: string): HostTerms | undefined {
  return known.find((host) => host.source === source)
}

function linkOnly(source: string, name: string, reason: string, termsUrl?: string): HostTerms {
  const terms = termsUrl === undefined ? {} : { termsUrl }
  return { source, copies: 'never', says: { name, reason, ...terms, readOn: '2026-11-21' } }
}

/** Some of its artists may allow copies; whether a program may take them, nobody here has read. */
function unread(source: string, name: string): HostTerms {
  const reason = `Whether ${name} lets a program make copies has not been settled: a link, no more.`
  return { source, copies: 'never', says: { name, reason } }
}

/** It holds no sound: what it names is judged anew, by the answer of the host that has it. */
function finder(source: string, name: string): HostTerms {
  const reason = `${name} only says where things are: what it says of a licence opens no copy.`
  return { source, copies: 'never', says: { name, reason } }
}
