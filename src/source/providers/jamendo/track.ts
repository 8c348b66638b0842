import { definedOnly } from '../../../base/defined.ts'
import { asRecord } from '../../../base/json.ts'
import type { Answer, MediaLocation, Recording, Restriction } from '../../../model/recording.ts'
import { readDuration } from '../../online/duration.ts'
import { isTrue, readCount, readText, readUrl, readYear } from '../../online/fields.ts'

/** Where `audiodownload` leads, over the years: `prod-1.storage.jamendo.com`. */
export const jamendoFileHosts = ['mp3d.jamendo.com', '*.storage.jamendo.com'] as const

const FILE_HOST = /^(?:mp3d|[\w-]+\.storage)\.jamendo\.com$/

/** One of `results`; undefined where it has no id or no name. Artists alone publish there. */
export function readJamendoTrack(value: unknown, answer: Answer): Recording | undefined {
  const track = asRecord(value)
  const id = readText(track.id)
  const title = readText(track.name)
  if (id === undefined || title === undefined) return undefined
  const artist = readText(track.artist_name)
  const licence = readText(track.license_ccurl)
  const media = readMedia(track.audiodownload)
  const restrictions = readRestrictions(track, media, licence)
  return {
    id,
    source: 'jamendo',
    title,
    artists: artist === undefined ? [] : [artist],
    ...definedOnly({
      album: readText(track.album_name),
      durationMs: readDuration(track.duration),
      year: readYear(track.releasedate),
      trackNumber: readCount(track.position),
      media: restrictions.includes('no-download') ? undefined : media,
      licence,
      restrictions: restrictions.length > 0 ? restrictions : undefined,
      uploader: artist,
      url: readUrl(track.shareurl) ?? `https://www.jamendo.com/track/${encodeURIComponent(id)}`,
      popularity: readCount(asRecord(track.stats).rate_downloads_total),
    }),
    answer,
  }
}

function readRestrictions(
  track: Readonly<Record<string, unknown>>,
  media: MediaLocation | undefined,
  licence = '',
): readonly Restriction[] {
  // Said of every track since February 2021: what does not say yes says no.
  const isAllowed = isTrue(track.audiodownload_allowed)
  const isContradictory = (isAllowed && !media) || contradicts(asRecord(track.licenses), licence)
  return [
    ...(isAllowed ? [] : (['no-download'] as const)),
    ...(isContradictory ? (['contradictory'] as const) : []),
  ]
}

/** `licenses` says again, condition by condition, what the licence's address says. */
function contradicts(flags: Readonly<Record<string, unknown>>, licence: string): boolean {
  const conditions = /\/licenses\/([a-z-]+)\//i.exec(licence)?.[1]?.toLowerCase().split('-')
  if (!conditions) return false
  return ['nc', 'nd', 'sa'].some((condition) => {
    const flag = flags[`cc${condition}`]
    return flag !== undefined && isTrue(flag) !== conditions.includes(condition)
  })
}

/** An MP3 of variable bit rate (`mp32`); `audio` is for listening, and is never asked for. */
function readMedia(value: unknown): MediaLocation | undefined {
  const url = URL.parse(readUrl(value) ?? '')
  if (!url || !FILE_HOST.test(url.hostname)) return undefined
  // Who asks for it is nobody's business in an address that is kept as evidence.
  url.searchParams.delete('from')
  return { kind: 'remote', files: [{ url: url.href, format: 'mp3', original: true }] }
}
