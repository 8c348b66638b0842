import { asList, asRecord } from '../../../base/json.ts'
import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countItems } from '../../reading/count/items.ts'
import { countLines } from '../../reading/count/lines.ts'
import {
  buildPlaylist,
  checkCount,
  emptyRow,
  type ReadRow,
  skipRow,
} from '../../reading/entries.ts'
import { parseJson } from '../../reading/json.ts'
import { readLines, sampleLines } from '../../reading/lines.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { kindOfSpotifyUri, readLocalUri, whyNoTrack } from '../../reading/services/spotify-uri.ts'

/**
 * https://github.com/caseychu/spotify-backup: the Web API's answers in one JSON, or as text, where a
 * playlist is a line with its name and then one line a track: title, artists, album, URI, date, with
 * tabs between them.
 */
export const spotifyBackup: PlaylistFormat = {
  name: 'spotify-backup',
  title: reason('playlist.format-spotify-backup'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (/^\{\s*"playlists"\s*:\s*\[/.test(head))
      return /"tracks"\s*:\s*\[/.test(head) &&
        /"(?:track|item)"\s*:\s*[{n]|"tracks"\s*:\s*\[\s*\]/.test(head) &&
        !/"trackName"\s*:/.test(head)
        ? 0.95
        : 0
    const rows = sampleLines(head).filter((line) => line.includes('\t'))
    return rows.length > 0 && rows.every((line) => isTrackLine(line)) ? 1 : 0
  },

  read(input) {
    return isJson(input) ? readJson(input) : readText(input)
  },

  count: (input) =>
    isJson(input)
      ? countItems(input.text, 'playlists[].tracks[]')
      : countLines(input.text, (line) => line.includes('\t')),
}

const isJson = ({ text }: FormatInput) => /^\s*\{/.test(text)

const isTrackLine = (line: string) => kindOfSpotifyUri(line.split('\t', 5)[3]) !== undefined

function readText(input: FormatInput): readonly Playlist[] {
  const playlists: Playlist[] = []
  let name = ''
  let rows: ReadRow[] = []
  const finish = () => {
    // The first line says only “Playlists:”; a playlist without tracks is one nevertheless.
    if (rows.length > 0 || (name !== '' && !/^Playlists:\s*$/.test(name)))
      playlists.push(
        buildPlaylist({ format: 'spotify-backup', name, fallbackName: nameOf(input) }, rows),
      )
    rows = []
  }
  let lines = 0
  for (const line of readLines(input.text)) {
    checkCount(++lines)
    if (line.includes('\t')) rows.push(readLine(line))
    else if (line.trim() !== '') {
      finish()
      name = line
    }
  }
  finish()
  return playlists
}

function readLine(line: string): ReadRow {
  const [title = '', artists = '', album, uri = '', date] = line.split('\t')
  // The program does not mark where one name ends: a comma within one parts it too.
  return readTrack(title, artists.split(', '), { album, uri, date })
}

function readJson(input: FormatInput): readonly Playlist[] {
  return asList(asRecord(parseJson(input.text)).playlists).map((value, index) => {
    const { name, description, uri, tracks } = asRecord(value)
    const fallbackName = `Playlist ${index + 1}`
    return buildPlaylist(
      { format: 'spotify-backup', name, fallbackName, description, uri },
      asList(tracks).map(readItem),
    )
  })
}

function readItem(value: unknown): ReadRow {
  const item = asRecord(value)
  // `track` until February 2026, `item` since.
  const track = asRecord(item.track ?? item.item)
  if (Object.keys(track).length === 0) return emptyRow()
  const album = asRecord(track.album)
  const names = (list: unknown) => asList(list).map((artist) => asRecord(artist).name)
  return readTrack(track.name, names(track.artists), {
    album: album.name,
    albumArtists: names(album.artists),
    date: album.release_date,
    durationMs: track.duration_ms,
    isrc: asRecord(track.external_ids).isrc,
    trackNumber: track.track_number,
    discNumber: track.disc_number,
    uri: track.uri,
    addedAt: item.added_at,
  })
}

function readTrack(
  title: unknown,
  artists: readonly unknown[],
  more: Partial<Extract<ReadRow, { kind: 'track' }>>,
): ReadRow {
  const kind = kindOfSpotifyUri(more.uri)
  if (kind && kind !== 'track' && kind !== 'local') return skipRow(title, whyNoTrack(kind))
  const row: ReadRow = { kind: 'track', title, artists, ...more }
  if (kind !== 'local' || typeof more.uri !== 'string') return row
  const local = readLocalUri(more.uri)
  return local.kind === 'track' ? { ...row, durationMs: more.durationMs ?? local.durationMs } : row
}
