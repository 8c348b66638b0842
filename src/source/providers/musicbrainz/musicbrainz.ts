import { asRecord } from '../../../base/json.ts'
import type { Track } from '../../../model/track.ts'
import { type Knowledge, nothingKnown } from '../../knowledge.ts'
import { unavailable } from '../../online/ask.ts'
import { chooseLinks } from '../../online/link.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { isSameSong } from '../../online/same-song.ts'
import type { Provider } from '../../provider.ts'
import { type Asker, chooseQuery, type MusicBrainzAnswer, openAsker, title } from './ask.ts'
import { makeAssertion } from './assertion.ts'
import { readAliases } from './credit.ts'
import { type KnownRecording, readRecording } from './recording.ts'
import { readRelations, uniteRelated } from './relations.ts'
import { findOnRelease } from './release.ts'

/**
 * Questions for one track, each of which takes a second of the whole run: the recording, by its ISRC or a
 * search; its release, which knows licences, free downloads and shops; its artist, who is called differently
 * elsewhere and has channels of their own.
 */
const MAX_QUESTIONS = 3

/** Recordings that are handed on: those of one song, where it is not sure which is meant. */
const MAX_RECORDINGS = 10

/** Names recordings, knows their artists and releases, and where these can be found. Its facts are CC0. */
export const musicBrainz: Provider<'lookUp'> = {
  name: 'musicbrainz',
  title,
  can: ['lookUp'],
  hosts: [{ host: 'musicbrainz.org', pace: { requests: 1, perMs: 1100 }, atOnce: 1 }],
  open: (context) => ({
    ...openProvider(musicBrainz, {
      lookUp: (track, known, signal) => find(openAsker(context, signal), track, known),
    }),
    makesAssertions: true,
  }),
}

async function find(asker: Asker, track: Track, known: Knowledge): Promise<Knowledge> {
  const found = await findRecordings(asker, track)
  const [best] = found
  if (!best) return nothingKnown
  const { releaseId, artistId } = best
  const mayAsk = () => asker.asked < MAX_QUESTIONS
  const release =
    releaseId !== undefined && mayAsk() ? await asker.forRelease(releaseId) : undefined
  const artist = artistId !== undefined && mayAsk() ? await asker.forArtist(artistId) : undefined
  const own = uniteRelated([
    readRelations(best.entity),
    readRelations(findOnRelease(release?.json, best.recording.id)),
    readRelations(release?.json),
  ])
  return {
    recordings: found.map(({ recording }) => recording),
    links: chooseLinks([...own.links, ...readRelations(artist?.json).links], known.links),
    assertions: [makeAssertion(best, readAliases(artist?.json), own)],
  }
}

/** By ISRC, which is sure; else by a search. The first is the one that the track is taken for. */
async function findRecordings(asker: Asker, track: Track): Promise<readonly KnownRecording[]> {
  if (track.isrc !== undefined && /^[A-Z0-9]{12}$/.test(track.isrc)) {
    const named = readRecordings(await asker.byIsrc(track.isrc), track)
    if (named.length > 0) return named
  }
  const query = chooseQuery(track)
  if (query === undefined) return []
  return readRecordings(await asker.bySearch(query), track).filter(({ recording, names }) =>
    isSameSong(track, recording, names),
  )
}

/** The likely ones first; among those that are equally likely, what is out before what is not. */
function readRecordings(said: MusicBrainzAnswer, track: Track): readonly KnownRecording[] {
  if (!said) return []
  const { recordings } = asRecord(said.json)
  if (!Array.isArray(recordings)) throw unavailable(title, said)
  const read = recordings
    .slice(0, 100)
    .flatMap((each) => readRecording(each, track, said.answer) ?? [])
    .toSorted((left, right) => Number(right.published) - Number(left.published))
  const byId = new Map(read.map((each) => [each.recording.id, each]))
  const all = read.map(({ recording }) => recording)
  return orderByLikeness(track, all, MAX_RECORDINGS).flatMap(({ id }) => byId.get(id) ?? [])
}
