import { UnavailableError } from '../../../base/http/errors.ts'
import { asList, asRecord, asText } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { askService } from '../ask.ts'
import type { ServiceContext, ServiceKey } from '../service.ts'

export const apiHost = 'youtube.googleapis.com'

export const apiKey: ServiceKey = {
  variable: 'SONGKEEP_YOUTUBE_API_KEY',
  url: 'https://console.cloud.google.com/apis/library/youtube.googleapis.com',
  required: true,
}

const service = 'YouTube'

export const askYoutube = (
  method: 'playlists' | 'playlistItems' | 'videos',
  query: Readonly<Record<string, string>>,
  { http, key = '' }: ServiceContext,
  signal: AbortSignal,
): Promise<unknown> => {
  const url = `https://${apiHost}/youtube/v3/${method}?${new URLSearchParams(query)}`
  return askService(http, { url, secrets: { key } }, { title: service, explain }, signal)
}

/** https://developers.google.com/youtube/v3/docs/errors */
function explain(status: number, json: unknown): Error | undefined {
  const { errors, details } = asRecord(asRecord(json).error)
  const given = [...asList(errors), ...asList(details)].slice(0, 20)
  const says = (word: RegExp) => given.some((each) => word.test(asText(asRecord(each).reason)))
  if (says(/^(?:quota|dailyLimit|rateLimit)Exceeded$/))
    return new UnavailableError(apiHost, reason('playlist.service-busy', { service }))
  if (says(/^(?:API_KEY_INVALID|keyInvalid)$/))
    return new UserError(
      reason('playlist.key-refused', { service, variable: apiKey.variable }),
      reason('playlist.get-youtube-key', { url: apiKey.url, variable: apiKey.variable }),
    )
  if (says(/^(?:accessNotConfigured|SERVICE_DISABLED)$/))
    return new UserError(
      reason('playlist.youtube-api-off'),
      reason('playlist.get-youtube-key', { url: apiKey.url, variable: apiKey.variable }),
    )
  if (status === 404 || says(/^playlistItemsNotAccessible$/))
    return new UserError(
      reason('playlist.list-not-there', { service }),
      reason('playlist.make-public', { service }),
    )
  return undefined
}
