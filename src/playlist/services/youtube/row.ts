import { asRecord, asText } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { type ReadRow, skipRow } from '../../reading/entries.ts'
import { splitArtistTitle } from '../../reading/names/artist-title.ts'

/** An element of a list, as `playlistItems.list` gives it. */
export interface ListItem {
  /** Of the video; empty where there is none. */
  readonly id: string
  readonly title: string
  /** The channel that has published the video; undefined where it is private or gone. */
  readonly channel?: string
  readonly addedAt?: string
  readonly isPrivate: boolean
}

export function readItem(value: unknown): ListItem {
  const { snippet, contentDetails, status } = asRecord(value)
  const { title, videoOwnerChannelTitle: channel, publishedAt } = asRecord(snippet)
  const { videoId } = asRecord(contentDetails)
  return {
    id: typeof videoId === 'string' && /^[\w-]{11}$/.test(videoId) ? videoId : '',
    title: typeof title === 'string' ? title : '',
    channel: typeof channel === 'string' ? channel : undefined,
    addedAt: typeof publishedAt === 'string' ? publishedAt : undefined,
    isPrivate: asRecord(status).privacyStatus === 'private',
  }
}

/** A video by itself, as `videos.list` gives it; what is private or gone is not in the answer. */
export function readVideoItem(id: string, snippet: unknown): ListItem {
  const { title, channelTitle: channel } = asRecord(snippet)
  return {
    id,
    title: typeof title === 'string' ? title : '',
    channel: typeof channel === 'string' ? channel : undefined,
    isPrivate: false,
  }
}

/** Of an artist's own channel, made by YouTube from what labels send in: its videos bear the song's bare title. */
const TOPIC = / - Topic$/
/** Of an artist's channel by its name. */
const VEVO = /(?<=\S)VEVO$/

/** `duration` as `videos.list` tells it: PT3M7S. */
export function rowOfItem(
  { id, title, channel, addedAt, isPrivate }: ListItem,
  duration: unknown,
): ReadRow {
  const uri = id === '' ? undefined : `https://www.youtube.com/watch?v=${id}`
  if (channel === undefined || title === '') {
    const why = isPrivate ? 'playlist.video-private' : 'playlist.video-gone'
    return { ...skipRow(title, reason(why), uri), withdrawn: true }
  }
  const row = { kind: 'track', durationMs: readLength(duration), uri, addedAt } as const
  if (TOPIC.test(channel)) return { ...row, title, artists: [channel.replace(TOPIC, '')] }
  const named = splitArtistTitle(title)
  if (named.artist !== undefined) return { ...row, title: named.title, artists: [named.artist] }
  return {
    ...row,
    title,
    artists: [channel.replace(VEVO, '')],
    note: reason('playlist.artist-of-channel'),
  }
}

/** ISO 8601 of days and less. */
function readLength(value: unknown): number | undefined {
  const found = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6})S)?)?$/.exec(
    asText(value),
  )
  if (!found) return undefined
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part = '0') => Number(part))
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}
