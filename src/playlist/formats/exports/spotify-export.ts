import { asList, asRecord } from '../../../base/json.ts'
import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countItems } from '../../reading/count/items.ts'
import { buildPlaylist, emptyRow, type ReadRow, skipRow } from '../../reading/entries.ts'
import { firstText, parseJson } from '../../reading/json.ts'
import { gatherListens } from '../../reading/listens.ts'
import {
  HISTORY_NOTE,
  isSpotifyHistory,
  readSpotifyPlay,
} from '../../reading/services/spotify-history.ts'
import { readLocalUri } from '../../reading/services/spotify-uri.ts'

/**
 * One file of a user's own data export (https://support.spotify.com/article/data-rights-and-privacy-settings/):
 * `Playlist1.json` as of 2020, 2022 and 2025, `YourLibrary.json`, or a listening history of either kind.
 */
export const spotifyExport: PlaylistFormat = {
  name: 'spotify-export',
  title: reason('playlist.format-spotify-export'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (!/^\s?\s?[{[]/.test(head)) return 0
    if (isSpotifyHistory(head)) return 1
    if (/^\{\s*"playlists"\s*:\s*\[/.test(head)) {
      if (/"(?:trackName|localTrack|lastModifiedDate)"\s*:/.test(head)) return 1
      return /^Playlist\d*\.json$/i.test(input.name) ? 0.9 : 0
    }
    const library =
      /^\s*\{(?:\s*"\w+"\s*:\s*\[[^\]]*\]\s*,)*\s*"tracks"\s*:\s*\[\s*(?:\]|\{[^}]*"track"\s*:)/.test(
        head,
      )
    if (library && /"(?:artist|bannedTracks|shows|albums)"\s*:/.test(head)) return 1
    return /^YourLibrary\.json$/i.test(input.name) ? 0.9 : 0
  },

  read(input) {
    if (isSpotifyHistory(input.text.slice(0, 64 * 1024))) return [readHistory(input)]
    const root = asRecord(parseJson(input.text))
    if (Array.isArray(root.playlists)) return root.playlists.map(readPlaylist)
    if (Array.isArray(root.tracks)) return [readLibrary(root)]
    throw new UserError(reason('playlist.export-without-playlists'))
  },

  // A play, an item of a playlist, or what was saved.
  count: ({ text }) =>
    isSpotifyHistory(text.slice(0, 64 * 1024))
      ? countItems(text, '[]')
      : countItems(text, 'playlists[].items[]') ||
        countItems(text, 'tracks[]', 'albums[]', 'shows[]', 'episodes[]', 'artists[]'),
}

/** As it comes under another name or through a pipe; by its own name it is read piece by piece. */
function readHistory(input: FormatInput): Playlist {
  const name = 'Listening History'
  const plays = asList(parseJson(input.text)).map(readSpotifyPlay)
  const head = { format: 'spotify-export', name, fallbackName: name, notes: [HISTORY_NOTE] }
  return gatherListens(head, plays)
}

const FIRST_ARTIST_ONLY = reason('playlist.first-artist-only')

function readPlaylist(value: unknown, index: number): Playlist {
  const playlist = asRecord(value)
  return buildPlaylist(
    {
      format: 'spotify-export',
      name: playlist.name,
      fallbackName: `Playlist ${index + 1}`,
      description: playlist.description,
      notes: [FIRST_ARTIST_ONLY],
    },
    asList(playlist.items).map(readItem),
  )
}

function readItem(value: unknown): ReadRow {
  const item = asRecord(value)
  const addedAt = item.addedDate
  const local = firstText(asRecord(item.localTrack).uri)
  if (local !== '') return readLocalUri(local, { addedAt })
  const episode = asRecord(item.episode)
  if (item.episode)
    return skipRow(
      titleOf(episode, ['episodeName', 'showName']),
      reason('playlist.podcast-episode'),
    )
  const book = asRecord(item.audiobook)
  if (item.audiobook)
    return skipRow(
      titleOf(book, ['audiobookName', 'name', 'audiobookUri', 'uri']),
      reason('playlist.audiobook'),
    )
  if (!item.track) return emptyRow()
  const track = asRecord(item.track)
  return {
    kind: 'track',
    title: track.trackName,
    artists: [track.artistName],
    album: track.albumName,
    uri: track.trackUri,
    addedAt,
  }
}

function titleOf(item: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  return names
    .map((name) => firstText(item[name]))
    .filter(Boolean)
    .join(' · ')
}

/** The songs a user liked. Albums, shows and artists that were saved are no tracks: they are counted. */
function readLibrary(library: Readonly<Record<string, unknown>>): Playlist {
  const count = (kind: string) => asList(library[kind]).length
  const others = {
    albums: count('albums'),
    shows: count('shows'),
    episodes: count('episodes'),
    artists: count('artists'),
  }
  const hasOthers = Object.values(others).some((saved) => saved > 0)
  return buildPlaylist(
    {
      format: 'spotify-export',
      name: 'Liked Songs',
      fallbackName: '',
      notes: [
        FIRST_ARTIST_ONLY,
        ...(hasOthers ? [reason('playlist.library-not-read', others)] : []),
      ],
    },
    asList(library.tracks).map((value): ReadRow => {
      const { track, artist, album, uri } = asRecord(value)
      return { kind: 'track', title: track, artists: [artist], album, uri }
    }),
  )
}
