import { MISSING_DIRECTIVE } from '../../../model/lists/playlist-formats.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { countLines } from '../../reading/count/lines.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { sampleLines } from '../../reading/lines.ts'
import { isAudioFile, isRemote, rowOfLocation } from '../../reading/location.ts'
import { type Directives, readInfo, readItems } from '../../reading/m3u-items.ts'
import { type ArtistTitle, splitArtistTitle } from '../../reading/names/artist-title.ts'
import { extensionOf, nameOf } from '../../reading/names/file-name.ts'
import { type FileNaming, findNaming } from '../../reading/names/file-naming.ts'
import { readServiceLink } from '../../reading/services/service-link.ts'
import { findOrder, type NamedPlace, splitInOrder } from '../../reading/tracklist/order.ts'
import type { NameOrder } from '../../reading/tracklist/pairing.ts'
import { decodeEntities } from '../../reading/xml/html-entities.ts'

/** M3U and M3U8, plain or extended: https://en.wikipedia.org/wiki/M3U; IPTV lists are of the same shape. */
export const m3u: PlaylistFormat = {
  name: 'm3u',
  title: reason('playlist.format-m3u'),

  recognise(input) {
    const lines = sampleLines(input.text, 40)
    if (lines[0]?.trimStart().startsWith('#EXTM3U')) return 1
    if (lines.some((line) => /^\s*#EXT(?:INF|VDJ):/.test(line))) return 0.95
    const locations = lines.filter((line) => !line.startsWith('#'))
    const files = locations.filter((line) => isAudioFile(line.trim()) && !/^File\d+=/i.test(line))
    const share = locations.length === 0 ? 0 : files.length / locations.length
    if (/^m3u8?$/.test(extensionOf(input.name))) return share > 0.5 ? 0.9 : 0.5
    return share > 0.9 ? 0.6 : 0
  },

  read(input) {
    if (/^#EXT-X-(?:TARGETDURATION|STREAM-INF|MEDIA-SEQUENCE)/m.test(input.text.slice(0, 65_536)))
      throw new UserError(reason('playlist.pieces-of-a-stream'))
    const name = /^[ \t]*#PLAYLIST:(.*)$/m.exec(input.text.slice(0, 65_536))?.[1]
    const order = findListOrder(input)
    const notes = order === 'title-first' ? [reason('playlist.title-first')] : []
    const nameOrder = order === 'unsure' ? order : undefined
    const head = { format: 'm3u', name, fallbackName: nameOf(input), notes, nameOrder } as const
    return [buildPlaylist(head, readRows(input, order, findListNaming(input)))]
  },

  // Locations, tracks of ours that are missing, and names with no location behind them.
  count(input) {
    let isNamed = false
    return (
      countLines(input.text, (line) => {
        const isRecord =
          line !== '' && (!line.startsWith('#') || line.startsWith(MISSING_DIRECTIVE))
        const isAlone = isNamed && /^#EXTINF:/.test(line)
        if (isRecord) isNamed = false
        else if (/^#EXTINF:/.test(line)) isNamed = true
        return isRecord || isAlone
      }) + (isNamed ? 1 : 0)
    )
  },
}

function* readRows(input: FormatInput, order: NameOrder, naming: FileNaming): Generator<ReadRow> {
  for (const [directives, location] of readItems(input))
    yield directives.missing === undefined
      ? readRow(directives, location, order, naming)
      : readMissing(directives.missing)
}

/** In which order the names of the list come, by its first entries. */
function findListOrder(input: FormatInput): NameOrder {
  const entries: NamedPlace[] = []
  for (const [{ info, artist }, place] of readItems(input)) {
    if (info && artist === undefined) entries.push({ names: info.title, place })
    if (entries.length === MAX_SAMPLE) break
  }
  return findOrder(entries)
}

/** How the files without a title are named. */
function findListNaming(input: FormatInput): FileNaming {
  const places: string[] = []
  for (const [{ info }, place] of readItems(input)) {
    if (!info?.title.trim() && isAudioFile(place)) places.push(place)
    if (places.length === MAX_SAMPLE) break
  }
  return findNaming(places)
}

const MAX_SAMPLE = 500

/** A track without a file, as we write it. */
function readMissing(value: string): ReadRow {
  const { seconds, attributes, title } = readInfo(value)
  const factOf = (name: string) =>
    decodeEntities(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
  const artist = factOf('artist')
  const ms = secondsToMs(seconds)
  const named = artist ? withoutArtist(title.trim(), artist) : { artist: '', title }
  return {
    kind: 'track',
    title: named.title,
    artists: [named.artist],
    album: factOf('album'),
    durationMs: ms !== undefined && ms > 0 ? ms : undefined,
  }
}

function readRow(
  { info, album, artist }: Directives,
  location: string,
  order: NameOrder,
  naming: FileNaming,
): ReadRow {
  const title = info?.title.trim() ?? ''
  const ms = secondsToMs(info?.seconds)
  const known = ms !== undefined && ms > 0
  if (isStream(info?.attributes ?? '', location, known))
    return skipRow(title || location, reason('playlist.stream-or-list'))
  if (title === '' && location !== '') {
    const row = rowOfLocation(location, undefined, naming)
    return row.kind === 'skipped'
      ? row
      : {
          ...row,
          artists: artist ? [artist] : row.artists,
          album: album ?? row.album,
          durationMs: known ? ms : row.durationMs,
        }
  }
  const isAddress = isRemote(location) || location.startsWith('spotify:')
  const place = isAddress ? '' : location
  const named = artist ? withoutArtist(title, artist) : splitInOrder({ names: title, place }, order)
  return {
    kind: 'track',
    title: named.title,
    artists: named.artist ? [named.artist] : [],
    album,
    durationMs: known ? ms : undefined,
    uri: isAddress ? location : undefined,
    path: place,
    note: named.note,
  }
}

/** `#EXTART:Foo` before `Foo - Bar`: the artist is not part of the title. */
function withoutArtist(title: string, artist: string): ArtistTitle {
  if (title.startsWith(`${artist} - `)) return { artist, title: title.slice(artist.length + 3) }
  const split = splitArtistTitle(title)
  return { artist, title: split.artist === artist ? split.title : title }
}

/** Radio and television: IPTV's attributes, a list inside the list, or an address without end. */
function isStream(attributes: string, location: string, finite: boolean): boolean {
  if (/\btvg-/i.test(attributes)) return true
  if (/\.(?:m3u8?|pls|asx)(?:[?|#].*)?$/i.test(location)) return true
  if (!isRemote(location) || readServiceLink(location)?.kind === 'track') return false
  return /\bgroup-title=/i.test(attributes) || (!finite && !isAudioFile(location))
}
