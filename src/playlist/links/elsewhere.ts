import { UserError } from '../../words/user-error.ts'

const BY_TABLE = 'Export the playlist as CSV with TuneMyMusic or Soundiiz and give that file.'

/** What to do instead, by service. */
const ADVICE: Readonly<Record<string, string>> = {
  YouTube:
    'Export your data with Google Takeout (YouTube and YouTube Music: playlists, music library songs), or copy the titles as lines “Artist - Title” and give them with: songkeep backup -',
  'Apple Music':
    'In the Music app: File › Library › Export Playlist, as XML; or export your whole library, and give that file.',
  Deezer: BY_TABLE,
  TIDAL: BY_TABLE,
  Qobuz: BY_TABLE,
  'Amazon Music': BY_TABLE,
  SoundCloud: BY_TABLE,
  Bandcamp:
    'What you bought there is yours to download: add its folder with --library, and give the titles as lines of “Artist - Title”.',
  MusicBrainz: 'Export the playlist from ListenBrainz as JSPF or XSPF and give that file.',
  'Last.fm': 'Export your tracks as CSV, for example with lastfm-to-csv, and give that file.',
}

/** Why a page that is not Spotify's is not read, and what to do instead. */
export function refuseElsewhere(service: string): UserError {
  if (service === '')
    return new UserError(
      'This link is of no music service that Songkeep knows.',
      'Give a playlist’s file, or copy its titles as lines “Artist - Title” and give them with: songkeep backup -',
    )
  return new UserError(`Songkeep does not read pages of ${service}.`, ADVICE[service] ?? BY_TABLE)
}

/** Why something of Spotify's is no list of tracks. */
export function refuseOther(what: string): UserError {
  if (what === 'episode' || what === 'show')
    return new UserError('This link leads to a podcast, which is no music.')
  const article = /^[aeiou]/.test(what) ? 'an' : 'a'
  return new UserError(
    `This link leads to ${article} ${what}, which is no playlist.`,
    'Give the link of a playlist, an album or a track, or spotify:liked for your liked songs.',
  )
}
