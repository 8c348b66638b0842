import { asList, asRecord } from '../../../base/json.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import type { Track } from '../../../model/track.ts'
import { askForJson } from '../../online/ask.ts'
import { readText } from '../../online/fields.ts'
import { chooseWords } from '../../online/query.ts'
import type { KeyInfo, ProviderContext } from '../../provider.ts'
import type { NamedChannel } from './address.ts'
import { readChannelId, readSearchIds, readVideo, type Video } from './video.ts'

export const apiHost = 'youtube.googleapis.com'

export const apiKey: KeyInfo = {
  variable: 'SONGKEEP_YOUTUBE_API_KEY',
  required: false,
  adds: reason('source.youtube-adds'),
  url: 'https://console.cloud.google.com/apis/library/youtube.googleapis.com',
}

/** Videos that one call may ask for; it costs 1 of 10,000 units a day, however many they are. */
export const MAX_VIDEOS = 50

/** Nothing of the rest is needed, so nothing of it is kept. */
const fields =
  'items(id,snippet(title,description,channelId,channelTitle,liveBroadcastContent),' +
  'contentDetails(duration,licensedContent,regionRestriction),' +
  'status(uploadStatus,privacyStatus,license,embeddable))'

/** `videos.list`. What is private or has been taken down is not in the answer. */
export async function askForVideos(
  context: ProviderContext,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly Video[]> {
  const id = ids.slice(0, MAX_VIDEOS).join(',')
  const json = await ask(
    context,
    'videos',
    { part: 'snippet,contentDetails,status', id, fields },
    signal,
  )
  return asList(asRecord(json).items)
    .slice(0, MAX_VIDEOS)
    .flatMap((item) => readVideo(item) ?? [])
}

/** `search.list`, of which there are 100 a day. Ids only: what is to be known of them `videos.list` says. */
export async function searchVideos(
  context: ProviderContext,
  track: Track,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const query = {
    part: 'snippet',
    type: 'video',
    // Music.
    videoCategoryId: '10',
    maxResults: '10',
    q: chooseQuestion(track),
    fields: 'items(id(videoId))',
  }
  return readSearchIds(await ask(context, 'search', query, signal))
}

/** What is searched for: empty where there is nothing to go by. */
export function chooseQuestion(track: Track): string {
  const { title, artist } = chooseWords(track)
  return title.length === 0 || artist.length === 0 ? '' : [...artist, ...title].join(' ')
}

/** `channels.list`: 1 unit. Undefined where there is no such channel any more. */
export async function askForChannel(
  context: ProviderContext,
  { kind, name }: NamedChannel,
  signal: AbortSignal,
): Promise<string | undefined> {
  const parameter = kind === 'handle' ? 'forHandle' : 'forUsername'
  const query = { part: 'id', [parameter]: name, fields: 'items(id)' }
  return readChannelId(await ask(context, 'channels', query, signal))
}

async function ask(
  { http, key = '' }: ProviderContext,
  method: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<unknown> {
  const url = `https://${apiHost}/youtube/v3/${method}?${new URLSearchParams(query)}`
  const said = await askForJson(http, 'YouTube', { url, secrets: { key } }, signal, { explain })
  return said?.json
}

/** https://developers.google.com/youtube/v3/docs/errors */
function explain(_: number, json: unknown): Reason | undefined {
  const { errors, details } = asRecord(asRecord(json).error)
  const given = [...asList(errors), ...asList(details)].slice(0, 20)
  const words = given.map((each) => readText(asRecord(each).reason) ?? '')
  const says = (word: RegExp) => words.some((each) => word.test(each))
  if (says(/^(?:quota|dailyLimit)Exceeded$/)) return reason('source.youtube-quota')
  if (says(/^(?:API_KEY_INVALID|keyInvalid)$/))
    return reason('source.unknown-key', {
      place: 'YouTube',
      variable: apiKey.variable,
      url: apiKey.url,
    })
  if (says(/^(?:accessNotConfigured|SERVICE_DISABLED)$/))
    return reason('source.youtube-api-off', { url: apiKey.url })
  return undefined
}
