import {
  creditOf,
  type ExportedEntry,
  type ExportedPlaylist,
  type PlaylistWriter,
} from './writer.ts'
import { encodePath } from './xspf.ts'

/** XSPF's form in JSON, with MusicBrainz' extension for each artist by itself: https://musicbrainz.org/doc/jspf. */
export const jspf: PlaylistWriter = {
  name: 'jspf',
  extension: 'jspf',
  mediaType: 'application/json; charset=utf-8',
  carries: ['title', 'artists', 'album', 'durationMs', 'trackNumber', 'isrc', 'uri', 'addedAt'],
  write: (playlist) => writeJspf(playlist, writeTrack),
}

/**
 * What ListenBrainz takes in: tracks are recordings of MusicBrainz there, so that those known by their
 * MBID are found by it and all others by their names.
 */
export const listenbrainz: PlaylistWriter = {
  name: 'listenbrainz',
  extension: 'jspf',
  mediaType: 'application/json; charset=utf-8',
  carries: ['title', 'artists', 'album', 'durationMs', 'addedAt'],
  write: (playlist) =>
    writeJspf(playlist, ({ track, mbid }) => ({
      ...writeTrack({ track: { ...track, uri: '', isrc: '' } }),
      identifier: mbid === undefined ? undefined : [`https://musicbrainz.org/recording/${mbid}`],
    })),
}

function writeJspf(playlist: ExportedPlaylist, write: (entry: ExportedEntry) => object): string {
  const { name, description, creator, entries } = playlist
  const whole = {
    playlist: {
      title: name,
      creator,
      annotation: description,
      extension: { [PLAYLIST]: { public: false } },
      track: entries.map(write),
    },
  }
  return `${JSON.stringify(whole, wellFormed, 2)}\n`
}

const PLAYLIST = 'https://musicbrainz.org/doc/jspf#playlist'
const TRACK = 'https://musicbrainz.org/doc/jspf#track'

function writeTrack({ track, file, missing, mbid }: ExportedEntry): object {
  const { title, artists, album, durationMs, trackNumber, isrc, uri, addedAt } = track
  const identifier = [
    ...(uri ? [uri] : []),
    ...(isrc ? [`urn:isrc:${isrc}`] : []),
    ...(mbid ? [`https://musicbrainz.org/recording/${mbid}`] : []),
  ]
  return {
    location: file === undefined ? undefined : [encodePath(file)],
    identifier: identifier.length > 0 ? identifier : undefined,
    title,
    creator: creditOf(track),
    annotation: file === undefined ? missing : undefined,
    album,
    trackNum: trackNumber,
    duration: durationMs === undefined ? undefined : Math.round(durationMs),
    extension: {
      [TRACK]: {
        added_at: addedAt,
        additional_metadata: {
          artists: artists.map((name) => ({ artist_credit_name: name, join_phrase: ', ' })),
        },
      },
    },
  }
}

const wellFormed = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.toWellFormed() : value
