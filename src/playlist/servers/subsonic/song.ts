import { asList, asRecord, asText } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { skipRow } from '../../reading/entries.ts'
import { firstText } from '../../reading/json.ts'
import { mbidOf } from '../mbid.ts'
import type { ServerAccount, ServerEntry } from '../server.ts'
import { nameOnServer } from '../server-link.ts'

/** A `Child`, https://opensubsonic.netlify.app/docs/responses/child: each artist by itself and identifiers are OpenSubsonic's. */
export function readSong(value: unknown, account: ServerAccount): ServerEntry {
  const song = asRecord(value)
  const id = idOf(song.id)
  if (song.isVideo === true || song.type === 'podcast' || song.type === 'audiobook')
    return { id, row: skipRow(song.title, reason('playlist.no-music')) }
  const artists = namesOf(song.artists)
  const albumArtists = namesOf(song.albumArtists)
  return {
    id,
    mbid: mbidOf(song.musicBrainzId),
    row: {
      kind: 'track',
      title: song.title,
      artists: artists.length > 0 ? artists : [song.artist],
      album: song.album,
      albumArtists,
      durationMs: typeof song.duration === 'number' ? song.duration * 1000 : undefined,
      date: song.year === 0 ? undefined : song.year,
      isrc: firstText(song.isrc),
      trackNumber: song.track,
      discNumber: song.discNumber,
      path: song.path,
      uri: id === '' ? undefined : nameOnServer(account, 'song', id),
    },
  }
}

/** Text, or a number at some servers. */
export const idOf = (value: unknown) => asText(value).slice(0, 200)

const namesOf = (values: unknown) =>
  asList(values)
    .slice(0, 200)
    .map((each) => asRecord(each).name)
