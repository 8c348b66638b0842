import { definedOnly } from '../../../base/defined.ts'
import { asRecord } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import type { Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { type Knowledge, nothingKnown } from '../../knowledge.ts'
import { askForJson, unavailable } from '../../online/ask.ts'
import { readDurationMs } from '../../online/duration.ts'
import { readCount, readNames, readText, readYear } from '../../online/fields.ts'
import { openProvider } from '../../online/open-provider.ts'
import type { KeyInfo, Provider, ProviderContext } from '../../provider.ts'
import { readMbid } from '../musicbrainz/mbid.ts'
import { listenBrainzProbe } from './probe.ts'

const title = 'ListenBrainz'
const root = 'https://api.listenbrainz.org/1'

const token: KeyInfo = {
  variable: 'SONGKEEP_LISTENBRAINZ_TOKEN',
  required: true,
  adds: reason('source.listenbrainz-adds'),
  url: 'https://listenbrainz.org/settings/',
}

/**
 * What MusicBrainz has under other spellings, and how often it is listened to. Where a run is told how many
 * questions are left (`X-RateLimit-Remaining`), 25 in 10 seconds are always fewer.
 */
export const listenBrainz: Provider<'lookUp'> = {
  name: 'listenbrainz',
  title,
  key: token,
  can: ['lookUp'],
  probe: listenBrainzProbe,
  hosts: [{ host: 'api.listenbrainz.org', pace: { requests: 25, perMs: 10_000 }, atOnce: 2 }],
  open: (context) =>
    openProvider(listenBrainz, {
      lookUp: async (track, known, signal) => {
        const named = await nameRecordings(context, track, known, signal)
        if (named.length === 0) return nothingKnown
        return { ...nothingKnown, recordings: await addPopularity(context, named, signal) }
      },
    }),
}

/** Those that MusicBrainz has named, else the one that a look-up knows. */
async function nameRecordings(
  context: ProviderContext,
  track: Track,
  known: Knowledge,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const named = known.recordings.filter(({ source }) => source === 'musicbrainz')
  if (named.length > 0) return named.map((one) => ({ ...one, source: listenBrainz.name }))
  const found = await lookUp(context, track, signal)
  return found ? [found] : []
}

/** https://listenbrainz.readthedocs.io/en/latest/users/api/metadata.html */
async function lookUp(
  context: ProviderContext,
  track: Track,
  signal: AbortSignal,
): Promise<Recording | undefined> {
  const names = chooseNames(track)
  if (!names) return undefined
  const parameters = new URLSearchParams({
    ...names,
    metadata: 'true',
    inc: 'recording release',
  })
  const url = `${root}/metadata/lookup/?${parameters}`
  const said = await askForJson(context.http, title, { url, headers: identify(context) }, signal, {
    explain,
  })
  if (!said) return undefined
  if (typeof said.json !== 'object' || said.json === null || 'error' in said.json)
    throw unavailable(title, said)
  const { metadata, ...found } = asRecord(said.json)
  const [id, name] = [readMbid(found.recording_mbid), readText(found.recording_name)]
  if (id === undefined || name === undefined) return undefined
  const { recording, release } = asRecord(metadata)
  return {
    id,
    source: listenBrainz.name,
    title: name,
    artists: readNames(found.artist_credit_name),
    ...definedOnly({
      album: readText(found.release_name),
      durationMs: readDurationMs(asRecord(recording).length),
      year: readYear(asRecord(release).year),
    }),
    answer: said.answer,
    url: `https://musicbrainz.org/recording/${id}`,
  }
}

/** Characters that all names of a look-up may have together: it refuses what is longer. */
const MAX_CHARACTERS = 250
const MAX_ARTIST = 100

/** An album of which there is no room for the whole name is left out: half a name is another's. */
function chooseNames({ title, artists, album }: Track) {
  const artist = [...(artists[0] ?? '')].slice(0, MAX_ARTIST)
  const recording = [...title].slice(0, MAX_CHARACTERS - artist.length)
  if (artist.length === 0 || recording.length === 0) return undefined
  const left = MAX_CHARACTERS - artist.length - recording.length
  const fits = album !== undefined && [...album].length <= left
  return {
    artist_name: artist.join(''),
    recording_name: recording.join(''),
    ...definedOnly({ release_name: fits ? album : undefined }),
  }
}

/** https://listenbrainz.readthedocs.io/en/latest/users/api/popularity.html, for up to 1,000 ids at once. */
async function addPopularity(
  context: ProviderContext,
  recordings: readonly Recording[],
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const ids = recordings.slice(0, 1000).map(({ id }) => id)
  const request = {
    url: `${root}/popularity/recording`,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...identify(context) },
    body: JSON.stringify({ recording_mbids: ids }),
    repeatable: true,
  } as const
  const said = await askForJson(context.http, title, request, signal, { explain })
  if (!said) return recordings
  if (!Array.isArray(said.json)) throw unavailable(title, said)
  const counts = new Map(
    said.json.slice(0, 1000).map((each) => {
      const { recording_mbid, total_listen_count } = asRecord(each)
      return [readMbid(recording_mbid), readCount(total_listen_count)]
    }),
  )
  return recordings.map((one) => ({ ...one, ...definedOnly({ popularity: counts.get(one.id) }) }))
}

const identify = ({ key = '' }: ProviderContext) => ({ authorization: `Token ${key}` })

const explain = (status: number) =>
  status === 401
    ? reason('source.unknown-token', { place: title, variable: token.variable, url: token.url })
    : undefined
