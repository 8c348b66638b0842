import { asRecord } from '../../../base/json.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import type { Track } from '../../../model/track.ts'
import { askForJson, type JsonAnswer, unavailable } from '../../online/ask.ts'
import { readCount, readText } from '../../online/fields.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { readPageAddress } from '../../online/page-address.ts'
import { chooseWords } from '../../online/query.ts'
import type { KeyInfo, Provider, ProviderContext } from '../../provider.ts'
import { jamendoProbe } from './probe.ts'
import { jamendoFileHosts, readJamendoTrack } from './track.ts'

const title = 'Jamendo'

const clientId: KeyInfo = {
  variable: 'SONGKEEP_JAMENDO_CLIENT_ID',
  required: true,
  adds: reason('source.jamendo-adds'),
  url: 'https://devportal.jamendo.com/',
}

/** API v3.0, https://developer.jamendo.com/v3.0/tracks. 35,000 requests a month for a free client id. */
export const jamendo: Provider<'search' | 'find'> = {
  name: 'jamendo',
  title,
  key: clientId,
  can: ['search', 'find'],
  readAddress: readTrackAddress,
  probe: jamendoProbe,
  hosts: [
    { host: 'api.jamendo.com', pace: { requests: 2, perMs: 1000 }, atOnce: 2 },
    ...jamendoFileHosts.map((host) => ({
      host,
      pace: { requests: 2, perMs: 1000 },
      atOnce: 2,
    })),
  ],
  open: (context) =>
    openProvider(jamendo, {
      search: async (track, signal) => {
        for (const query of chooseQueries(track)) {
          const said = await ask(context, query, signal)
          const found = said ? readTracks(said) : []
          if (found.length > 0) return orderByLikeness(track, found)
        }
        return []
      },
      find: async (id, signal) => {
        const said = /^\d{1,12}$/.test(id) ? await ask(context, { id }, signal) : undefined
        return said ? readTracks(said) : []
      },
    }),
}

/** `www.jamendo.com/track/1884527/a-name`, in any of its languages. */
function readTrackAddress(text: string): string | undefined {
  const path = readPageAddress(text, ['jamendo.com'])?.join('/') ?? ''
  return /^(?:[a-z]{2}\/)?track\/(\d{1,12})(?:\/|$)/.exec(path)?.[1]
}

type Query = Readonly<Record<string, string>>

/**
 * By title and the artist's exact name; where that finds nothing, by all words wherever they stand: an artist's name is
 * not always spelled there as a playlist spells it.
 */
function chooseQueries(track: Track): readonly Query[] {
  const words = chooseWords(track)
  const name = words.title.join(' ')
  if (name === '') return []
  const artist = readText(track.artists[0])
  if (artist === undefined) return [{ namesearch: name }]
  return [
    { namesearch: name, artist_name: artist.slice(0, 200) },
    { search: [name, ...words.artist].join(' ') },
  ]
}

function ask({ http, key }: ProviderContext, query: Query, signal: AbortSignal) {
  const parameters = new URLSearchParams({
    format: 'json',
    limit: '50',
    type: 'single albumtrack',
    include: 'licenses stats',
    ...query,
  })
  const url = `https://api.jamendo.com/v3.0/tracks/?${parameters}`
  return askForJson(http, title, { url, secrets: { client_id: key ?? '' } }, signal)
}

function readTracks(said: JsonAnswer) {
  const { headers, results } = asRecord(said.json)
  const { status, code, error_message } = asRecord(headers)
  // An error comes as HTTP status 200.
  if (readText(status) !== 'success')
    throw unavailable(title, said, explainCode(readCount(code), readText(error_message)))
  if (!Array.isArray(results)) throw unavailable(title, said)
  return results.flatMap((each) => readJamendoTrack(each, said.answer) ?? [])
}

/** https://developer.jamendo.com/v3.0/response-codes */
function explainCode(code: number | undefined, said: string | undefined): Reason | undefined {
  switch (code) {
    case undefined:
      return undefined
    case 5:
      return reason('source.unknown-client-id', {
        place: title,
        variable: clientId.variable,
        url: clientId.url,
      })
    case 6:
      return reason('source.jamendo-no-more-requests')
    case 11:
      return reason('source.jamendo-suspended', { url: clientId.url })
    default:
      return reason('source.error-code', {
        place: title,
        errorCode: code,
        said: said?.slice(0, 200),
      })
  }
}
