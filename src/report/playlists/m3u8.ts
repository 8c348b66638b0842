import { MISSING_DIRECTIVE } from '../../model/lists/playlist-formats.ts'
import { cleanField, creditOf, type ExportedEntry, type PlaylistWriter } from './writer.ts'

/** Extended M3U in UTF-8, for players: relative paths, and what has no file as a comment in its place. */
export const m3u8: PlaylistWriter = {
  name: 'm3u8',
  extension: 'm3u8',
  mediaType: 'audio/mpegurl; charset=utf-8',
  carries: ['title', 'artist', 'album'],
  write: ({ name, entries }) =>
    `${['#EXTM3U', `#PLAYLIST:${line(name)}`, ...entries.flatMap(writeEntry)].join('\n')}\n`,
}

function writeEntry(entry: ExportedEntry): readonly string[] {
  const { track, file } = entry
  const { title, album, durationMs } = track
  const credit = line(creditOf(track))
  const seconds = durationMs === undefined ? -1 : Math.round(durationMs / 1000)
  const name = credit === '' ? line(title) : `${credit} - ${line(title)}`
  if (file === undefined) return [`${MISSING_DIRECTIVE}:${seconds}${listFacts(entry)},${name}`]
  return [
    `#EXTINF:${seconds},${name}`,
    ...(credit === '' ? [] : [`#EXTART:${credit}`]),
    ...(album === undefined ? [] : [`#EXTALB:${line(album)}`]),
    writePath(file),
  ]
}

/** Where the name has to be parted, and what would be lines of their own for a track with a file. */
function listFacts({ track, missing }: ExportedEntry): string {
  const facts = { artist: creditOf(track), album: track.album, reason: missing }
  return Object.entries(facts)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${quote(line(value))}"`))
    .join('')
}

const quote = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const line = (text: string) => cleanField(text).trim()

/** A player takes `#…` for a comment, `name:…` for an address and leading space for nothing. */
function writePath(path: string): string {
  // The archive makes no such names; were one there, a broken link is better than a second line.
  const safe = path.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (char) => encodeURIComponent(char))
  return /^(?:#|\s|[a-z][a-z0-9+.-]*:)/i.test(safe) ? `./${safe}` : safe
}
