import { cleanField, creditOf, type PlaylistWriter } from './writer.ts'

/** Extended M3U in UTF-8, for players: only what has a file, by relative paths. */
export const m3u8: PlaylistWriter = {
  name: 'm3u8',
  extension: 'm3u8',
  mediaType: 'audio/mpegurl; charset=utf-8',
  carries: ['album'],
  filesOnly: true,
  write({ name, entries }) {
    const lines = entries.flatMap(({ track, file }) => {
      if (file === undefined) return []
      const credit = creditOf(track)
      const { album, durationMs } = track
      return [
        `#EXTINF:${durationMs === undefined ? -1 : Math.round(durationMs / 1000)},${line(credit === '' ? track.title : `${credit} - ${track.title}`)}`,
        ...(album === undefined ? [] : [`#EXTALB:${line(album)}`]),
        writePath(file),
      ]
    })
    return `${['#EXTM3U', `#PLAYLIST:${line(name)}`, ...lines].join('\n')}\n`
  },
}

const line = (text: string) => cleanField(text).trim()

/** A player takes `#…` for a comment, `name:…` for an address and leading space for nothing. */
function writePath(path: string): string {
  // The archive makes no such names; were one there, a broken link is better than a second line.
  const safe = path.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (char) => encodeURIComponent(char))
  return /^(?:#|\s|[a-z][a-z0-9+.-]*:)/i.test(safe) ? `./${safe}` : safe
}
