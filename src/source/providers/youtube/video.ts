import { definedOnly } from '../../../base/defined.ts'
import { asList, asRecord } from '../../../base/json.ts'
import { readDuration } from '../../online/duration.ts'
import { readNames, readText } from '../../online/fields.ts'

/** A video as `videos.list` describes it (parts snippet, contentDetails, status). */
export interface Video {
  readonly id: string
  readonly title: string
  /** Several lines. */
  readonly description: string
  readonly channel: { readonly id: string; readonly title: string }
  /** Absent for a broadcast that is still going on. */
  readonly durationMs?: number
  /** False for what is broadcast now, or has only been announced. */
  readonly recorded: boolean
  /** Open to everybody, and ready to be played. */
  readonly watchable: boolean
  /** `licensedContent`: a partner of YouTube has claimed the video. It gives no licence to others. */
  readonly licensed?: boolean
  readonly embeddable?: boolean
  readonly creativeCommons: boolean
  /** ISO 3166-1 codes. An empty list of those allowed means nowhere. */
  readonly allowedIn?: readonly string[]
  readonly blockedIn?: readonly string[]
}

/** Characters kept of a description: what makes a video official stands at its beginning and its end. */
const MAX_DESCRIPTION_LENGTH = 6000

/** One of `items`; undefined where it has no id, no title or no channel. */
export function readVideo(value: unknown): Video | undefined {
  const { id: given, snippet, contentDetails, status } = asRecord(value)
  const { title: named, description, channelId, channelTitle, ...about } = asRecord(snippet)
  const [id, title, channel] = [readText(given), readText(named), readText(channelId)]
  if (id === undefined || title === undefined || channel === undefined) return undefined
  if (!/^[\w-]{11}$/.test(id)) return undefined
  const details = asRecord(contentDetails)
  const { allowed, blocked } = asRecord(details.regionRestriction)
  const { uploadStatus, privacyStatus, license, embeddable } = asRecord(status)
  return {
    id,
    title,
    description:
      typeof description === 'string' ? description.slice(0, MAX_DESCRIPTION_LENGTH) : '',
    channel: { id: channel, title: readText(channelTitle) ?? '' },
    recorded: (readText(about.liveBroadcastContent) ?? 'none') === 'none',
    watchable:
      (readText(uploadStatus) ?? 'processed') === 'processed' &&
      (readText(privacyStatus) ?? 'public') !== 'private',
    creativeCommons: readText(license) === 'creativeCommon',
    ...definedOnly({
      durationMs: readDuration(details.duration),
      licensed: readBoolean(details.licensedContent),
      embeddable: readBoolean(embeddable),
      allowedIn: readCountries(allowed),
      blockedIn: readCountries(blocked),
    }),
  }
}

const readBoolean = (value: unknown) => (typeof value === 'boolean' ? value : undefined)

function readCountries(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  // There are 249; a name list ends at 50.
  const parts = [0, 50, 100, 150, 200].flatMap((from) => readNames(value.slice(from, from + 50)))
  return [...new Set(parts)].filter((code) => /^[A-Z]{2}$/.test(code))
}

/** Ids of the videos that `search.list` names, the likely ones first. */
export function readSearchIds(json: unknown): readonly string[] {
  const ids = asList(asRecord(json).items)
    .slice(0, 50)
    .map((item) => readText(asRecord(asRecord(item).id).videoId))
  return [...new Set(ids)].filter((id) => id !== undefined && /^[\w-]{11}$/.test(id)) as string[]
}

/** The id of the one channel that `channels.list` was asked for. */
export function readChannelId(json: unknown): string | undefined {
  const id = readText(asRecord(asList(asRecord(json).items)[0]).id)
  return id !== undefined && /^UC[\w-]{22}$/.test(id) ? id : undefined
}
