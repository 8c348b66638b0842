import { definedOnly } from '../../../base/defined.ts'
import type { Http } from '../../../base/http/http.ts'
import { asRecord, type JsonObject } from '../../../base/json.ts'
import type { Answer, Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { askForJson, unavailable } from '../../online/ask.ts'
import { addNamedArtists } from '../../online/credit.ts'
import { readDuration } from '../../online/duration.ts'
import { isTrue, readCount, readIsrc, readText, readUrl, readYear } from '../../online/fields.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { chooseSearches } from '../../online/query.ts'
import type { Provider } from '../../provider.ts'
import { audiusProbe } from './probe.ts'

const title = 'Audius'
const PAGE_HOST = 'audius.co'

/**
 * Text alone: what a track is called, who put it there, how long it is, and its page; its sound is never asked for.
 * https://docs.audius.org/developers/api, no key. With a key 10 requests a second are allowed; without, no limit is
 * named. The other servers that https://api.audius.co lists are not asked.
 */
export const audius: Provider<'search'> = {
  name: 'audius',
  title,
  can: ['search'],
  probe: audiusProbe,
  linkOnly: true,
  hosts: [{ host: 'api.audius.co', pace: { requests: 1, perMs: 1000 }, atOnce: 1 }],
  open: ({ http }) =>
    openProvider(audius, { search: (track, signal) => search(http, track, signal) }),
}

async function search(
  http: Http,
  track: Track,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  for (const query of chooseSearches(track)) {
    const parameters = new URLSearchParams({ query, limit: '25', app_name: 'Songkeep' })
    const url = `https://api.audius.co/v1/tracks/search?${parameters}`
    const said = await askForJson(http, title, { url }, signal)
    if (!said) continue
    const { data } = asRecord(said.json)
    if (!Array.isArray(data)) throw unavailable(title, said)
    const found = data
      .flatMap((each) => readTrack(asRecord(each), said.answer) ?? [])
      .map((recording) => addNamedArtists(track, recording))
    if (found.length > 0) return orderByLikeness(track, found)
  }
  return []
}

/**
 * One of `data`; undefined where there is nothing to hear, or no page to send a person to. `license`, `is_delete` and
 * `is_unlisted` are documented of the full answer (`v1/full`), and read where they come.
 */
function readTrack(track: JsonObject, answer: Answer): Recording | undefined {
  const id = readText(track.id)
  const name = readText(track.title)
  const url = readPage(track.permalink)
  const isHidden = isTrue(track.is_delete) || isTrue(track.is_unlisted)
  if (id === undefined || name === undefined || url === undefined || isHidden) return undefined
  // It need not be there.
  if (track.is_streamable !== undefined && !isTrue(track.is_streamable)) return undefined
  // Anybody has an account there: its name is no proof of who plays.
  const user = asRecord(track.user)
  const account = readText(user.name) ?? readText(user.handle)
  return {
    id,
    source: audius.name,
    title: name,
    artists: account === undefined ? [] : [account],
    ...definedOnly({
      album: readText(asRecord(track.album_backlink).playlist_name),
      durationMs: readDuration(track.duration),
      // `2021-03-01T08:00:00Z`, or `Mon Mar 01 2021 08:00:00 GMT-0800`.
      year: readYear(/\b(?:19|20)\d\d\b/.exec(readText(track.release_date) ?? '')?.[0]),
      isrc: readIsrc(track.isrc),
      licence: readText(track.license),
      // `access.download` says what the listener has unlocked, and is true where downloads are off.
      restrictions: isTrue(track.is_downloadable) ? undefined : (['no-download'] as const),
      uploader: account,
      popularity: readCount(track.play_count),
    }),
    answer,
    url,
  }
}

/** `permalink` is a path: `/lanterns/blue-harbour`. */
function readPage(permalink: unknown): string | undefined {
  const path = readText(permalink)
  const address = path === undefined ? null : URL.parse(path, `https://${PAGE_HOST}`)
  return address ? readUrl(address.href, [PAGE_HOST]) : undefined
}
