import { type Reason, reason } from '../../../model/reason.ts'
import { secondsToMs } from '../clean.ts'
import { type ReadRow, skipRow } from '../entries.ts'
import { decodePercent } from '../names/file-name.ts'

/** What a Spotify URI or address names: `track`, `episode`, `local`, `playlist` …; nothing for other text. */
export function kindOfSpotifyUri(uri: unknown): string | undefined {
  if (typeof uri !== 'string') return undefined
  return (/^spotify:([a-z]+):/.exec(uri) ??
    /^https?:\/\/(?:open|play)\.spotify\.com\/(?:intl-[a-z-]+\/)?(?:embed\/)?([a-z]+)\//i.exec(
      uri,
    ))?.[1]
}

/**
 * A file of the user's own: `spotify:local:Artist:Album:Title:seconds`, or the same with slashes at
 * open.spotify.com/local; each part is form-encoded and may be empty. It names everything, so it is a track.
 */
export function readLocalUri(address: string, more: { readonly addedAt?: unknown } = {}): ReadRow {
  const path = /^https?:\/\/open\.spotify\.com\/local\/([^?#]*)/i.exec(address)?.[1]
  const uri = path === undefined ? address : `spotify:local:${path.replaceAll('/', ':')}`
  const parts = /^spotify:local:([^:]*):([^:]*):([^:]*)(?::([^:]*))?$/.exec(uri)
  if (!parts) return skipRow(uri, reason('playlist.local-file-unreadable'))
  const [artist, album, title] = parts.slice(1, 4).map(decodePlus)
  return {
    kind: 'track',
    title,
    artists: [artist],
    album,
    durationMs: secondsToMs(parts[4]),
    uri,
    ...more,
  }
}

/** Why a thing that the URI names is no track. */
export function whyNoTrack(kind: string): Reason {
  if (kind === 'episode' || kind === 'show') return reason('playlist.podcast-episode')
  if (kind === 'audiobook' || kind === 'chapter') return reason('playlist.audiobook')
  return reason('playlist.link-to-other', { kind })
}

const decodePlus = (part: string | undefined) => decodePercent((part ?? '').replaceAll('+', ' '))
