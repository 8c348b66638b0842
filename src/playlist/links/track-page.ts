import { asRecord } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import type { TrackRow } from '../reading/entries.ts'
import { readPageData } from './html.ts'

const SEPARATOR = ' · '

/**
 * What the head of `open.spotify.com/track/ID` says by Open Graph (https://ogp.me) for programs that
 * show a preview of the link: `og:description` is “Artist · Album · Song · 2020”. Undefined where it names no title.
 */
export function readTrackPage(html: string, uri: string): TrackRow | undefined {
  const { metas } = readPageData(html)
  const title = metas.get('og:title')?.trim()
  if (!title) return undefined
  const description = metas.get('og:description') ?? ''
  const musician = metas.get('music:musician_description')?.trim()
  const { artist, album, year } = takeApart(description, musician)
  const seconds = metas.get('music:duration')?.trim() ?? ''
  return {
    kind: 'track',
    title,
    artists: [artist],
    album,
    durationMs: /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined,
    date: metas.get('music:release_date') ?? year,
    trackNumber: metas.get('music:album:track'),
    discNumber: metas.get('music:album:disc'),
    uri,
    note: reason('playlist.from-preview'),
  }
}

/**
 * Names may hold the separator themselves. The artist may be given elsewhere (`musician`) and is then known; the
 * kind and the year come last.
 */
function takeApart(description: string, musician: string | undefined) {
  const parts = description.split(SEPARATOR)
  const last = parts.at(-1) ?? ''
  const year = parts.length >= 3 && /^\d{4}$/.test(last) ? last : undefined
  const ending = year === undefined ? 1 : 2
  const isFirst = musician && description.startsWith(`${musician}${SEPARATOR}`)
  const artist = musician || (parts.length > ending ? parts[0] : undefined)
  const before = isFirst ? musician.split(SEPARATOR).length : 1
  const album = parts.slice(before, -ending).join(SEPARATOR)
  return { artist, album, year }
}

/** What oEmbed (https://oembed.com) says of a link: a title alone, of a track or of a list. */
export function readOembedTitle(json: unknown): string | undefined {
  const { title } = asRecord(json)
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined
}
