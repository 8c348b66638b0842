import { definedOnly } from '../../../base/defined.ts'
import { asRecord } from '../../../base/json.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import type { Answer, Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import type { Assertion } from '../../../model/verdict.ts'
import { type Knowledge, nothingKnown } from '../../knowledge.ts'
import { askForJson, type JsonAnswer, unavailable } from '../../online/ask.ts'
import { readDuration } from '../../online/duration.ts'
import { readCount, readIsrc, readNames, readText } from '../../online/fields.ts'
import { chooseLinks, makeLink } from '../../online/link.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { chooseWords } from '../../online/query.ts'
import { isLikeSong, isSameSong } from '../../online/same-song.ts'
import type { Provider, ProviderContext } from '../../provider.ts'
import { deezerProbe } from './probe.ts'

const title = 'Deezer'

/**
 * Text alone: what a recording is called, how long it is, its ISRC, and its page. Previews and covers are
 * neither read nor asked for. https://developers.deezer.com/api, 50 questions in 5 seconds; of 70 at once some 37 were
 * answered, so that fewer are asked.
 */
export const deezer: Provider<'lookUp'> = {
  name: 'deezer',
  title,
  can: ['lookUp'],
  probe: deezerProbe,
  hosts: [{ host: 'api.deezer.com', pace: { requests: 8, perMs: 1000 }, atOnce: 4 }],
  open: (context) => ({
    ...openProvider(deezer, {
      lookUp: async (track, known, signal) => {
        const { found, alike } = await findTrack(context, track, signal)
        if (found) return tell(found, known)
        return { ...nothingKnown, assertions: alike ? [makeAssertion(alike)] : [] }
      },
    }),
    knowsIsrcs: true,
  }),
}

function tell(recording: Recording, known: Knowledge): Knowledge {
  const link = makeLink({ kind: 'listen', by: deezer.name }, recording.url)
  return {
    recordings: [recording],
    links: chooseLinks(link ? [link] : [], known.links),
    assertions: [makeAssertion(recording)],
  }
}

/** What is heard there somebody has published; who, and whether a label, it does not say. */
const makeAssertion = ({ artists, url }: Recording): Assertion => ({
  by: deezer.name,
  artists,
  published: true,
  licences: [],
  url,
})

interface FoundTrack {
  readonly found?: Recording
  /** It may be the song under other words, or is another's under its ISRC: it is not said to be it. */
  readonly alike?: Recording
}

/** By its ISRC, else by names; only a track that is asked for by its id tells its ISRC. */
async function findTrack(
  context: ProviderContext,
  track: Track,
  signal: AbortSignal,
): Promise<FoundTrack> {
  const ask = (path: string) => askDeezer(context, path, signal)
  let alike: Recording | undefined
  if (track.isrc !== undefined && /^[A-Z0-9]{12}$/.test(track.isrc)) {
    const said = await ask(`track/isrc:${track.isrc}`)
    alike = said && readTrack(said.json, said.answer)
    if (alike && isSameSong(track, alike)) return { found: alike }
  }
  const query = chooseQuery(track)
  const said = query === undefined ? undefined : await ask(`search?${query}`)
  if (!said) return { alike }
  const { data } = asRecord(said.json)
  if (!Array.isArray(data)) throw unavailable(title, said)
  const found = data.slice(0, 50).flatMap((each) => readTrack(each, said.answer) ?? [])
  const likely = orderByLikeness(track, found)
  const best = likely.find((each) => isSameSong(track, each))
  if (!best) return { alike: alike ?? likely.find((each) => isLikeSong(track, each)) }
  const whole = await ask(`track/${best.id}`)
  return { found: (whole && readTrack(whole.json, whole.answer)) ?? best }
}

/** In words alone: `artist:"…" track:"…"` finds fewer, since it wants names as Deezer spells them. */
function chooseQuery(track: Track): URLSearchParams | undefined {
  const { artist, title: words } = chooseWords(track)
  if (words.length === 0) return undefined
  return new URLSearchParams({ q: [...artist, ...words].join(' '), limit: '25' })
}

async function askDeezer({ http }: ProviderContext, path: string, signal: AbortSignal) {
  const said = await askForJson(http, title, { url: `https://api.deezer.com/${path}` }, signal)
  const { error } = asRecord(said?.json)
  if (!said || error === undefined) return said
  // An error comes as HTTP status 200, https://developers.deezer.com/api/errors.
  const { code: given, message } = asRecord(error)
  const code = readCount(given)
  if (code === NO_DATA) return undefined
  throw unavailable(title, said, explain(code, readText(message)?.slice(0, 200)))
}

const NO_DATA = 800
const QUOTA = 4
const BUSY = 700

function explain(code: number | undefined, said: string | undefined): Reason | undefined {
  if (code === QUOTA) return reason('source.no-more-questions', { place: title })
  if (code === BUSY) return reason('source.too-busy', { place: title })
  return code === undefined
    ? undefined
    : reason('source.error-code', { place: title, errorCode: code, said })
}

/** A track of a search, or asked for by its id. */
function readTrack(value: unknown, answer: JsonAnswer['answer']): Recording | undefined {
  const track = asRecord(value)
  const id = readCount(track.id)
  const name = readText(track.title)
  if (id === undefined || name === undefined) return undefined
  const contributors = Array.isArray(track.contributors) ? track.contributors.slice(0, 50) : []
  const credited = contributors.filter((one) => asRecord(one).role !== 'Featured').map(nameOf)
  const artists = readNames(credited.length > 0 ? credited : [nameOf(track.artist)])
  return makeRecording(track, { id: String(id), title: name, artists, answer })
}

const nameOf = (artist: unknown) => asRecord(artist).name

function makeRecording(
  track: Readonly<Record<string, unknown>>,
  known: Pick<Recording, 'id' | 'title' | 'artists'> & { readonly answer: Answer },
): Recording {
  return {
    ...known,
    source: 'deezer',
    ...definedOnly({
      album: readText(asRecord(track.album).title),
      durationMs: readDuration(track.duration),
      // `release_date` is this edition's: the recording may be older by decades.
      isrc: readIsrc(track.isrc),
      trackNumber: readCount(track.track_position),
      discNumber: readCount(track.disk_number),
      popularity: readCount(track.rank),
    }),
    url: `https://www.deezer.com/track/${known.id}`,
  }
}
