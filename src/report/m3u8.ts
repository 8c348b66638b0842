import { posix } from 'node:path'
import type { Kept } from '../model/kept.ts'
import type { Report } from '../model/outcome.ts'
import { formatArtists } from './words.ts'

/**
 * An extended M3U playlist in UTF-8 of what is kept, in the playlist's order, with relative paths.
 * `folder` is where the playlist file will lie, relative to the archive, `/` between folders.
 */
export function renderM3u8(report: Report, folder: string): string {
  const kept = report.outcomes.flatMap((outcome) => ('kept' in outcome ? [outcome.kept] : []))
  const lines = [
    '#EXTM3U',
    `#PLAYLIST:${oneLine(report.playlist.name)}`,
    ...kept.flatMap((one) => renderEntry(one, folder)),
  ]
  return `${lines.join('\n')}\n`
}

function renderEntry(kept: Kept, folder: string): readonly string[] {
  const { track, chosen } = kept
  const artists = formatArtists(track.artists.length > 0 ? track.artists : chosen.artists)
  const name = artists === '' ? track.title : `${artists} - ${track.title}`
  const album = track.album ?? chosen.album
  return [
    `#EXTINF:${Math.round(kept.durationMs / 1000)},${oneLine(name)}`,
    ...(album === undefined ? [] : [`#EXTALB:${oneLine(album)}`]),
    relativePath(kept.path, folder),
  ]
}

function relativePath(path: string, folder: string): string {
  const relative = posix.relative(posix.join('/', folder), posix.join('/', path))
  // The archive makes no such names; were one there, a broken link is better than a second line.
  const line = relative.replace(/[\p{Cc}\u2028\u2029]/gu, (char) => encodeURIComponent(char))
  // A player takes `#…` for a comment, `name:…` for an address and leading space for nothing.
  return /^(?:#|\s|[a-z][a-z0-9+.-]*:)/i.test(line) ? `./${line}` : line
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .toWellFormed()
}
