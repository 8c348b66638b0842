import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import { type Knowledge, nothingKnown, type OnlineFinder } from '../finder.ts'
import { openFinder } from '../online/find.ts'
import { orderByLikeness } from '../online/order.ts'
import type { OnlineContext } from '../source.ts'
import { askForArtist, askForRecordings, askForRelease } from './musicbrainz/api.ts'
import { makeClaim } from './musicbrainz/claim.ts'
import { collectLinks } from './musicbrainz/links.ts'
import type { KnownRecording } from './musicbrainz/recording.ts'
import { isSameName } from './same-name.ts'

/**
 * https://musicbrainz.org/doc/MusicBrainz_API: one request a second at most, so a track gets three. The
 * recording by its ISRC or a search; its release, whose relations name licences and free downloads; its
 * artist, who is called differently elsewhere and has channels of their own.
 */
export const musicBrainz: OnlineFinder = {
  name: 'musicbrainz',
  title: 'MusicBrainz',
  hosts: [{ host: 'musicbrainz.org', pace: { requests: 1, perMs: 1100 }, atOnce: 1 }],
  open: (context) => ({
    ...openFinder(musicBrainz, (track, _known, signal) => find(context, track, signal)),
    makesClaims: true,
  }),
}

async function find(
  { http }: OnlineContext,
  track: Track,
  signal: AbortSignal,
): Promise<Knowledge> {
  const found = await askForRecordings(http, track, signal)
  const byId = new Map(found.map((each) => [each.recording.id, each]))
  const likely = orderByLikeness(
    track,
    found.map(({ recording }) => recording),
  )
  const recordings = likely.slice(0, MOST_RECORDINGS)
  const main = chooseMain(track, likely, byId)
  if (!main) return { ...nothingKnown, recordings }
  const release = main.releaseId && (await askForRelease(http, main.releaseId, signal))
  const artist = main.artistId && (await askForArtist(http, main.artistId, signal))
  const relations = [
    ...main.relations,
    ...(release
      ? [...release.relations, ...(release.recordings.get(main.recording.id) ?? [])]
      : []),
  ]
  return {
    recordings,
    links: collectLinks(relations, artist ? artist.relations : []),
    claims: [makeClaim(main, relations, artist ? artist.names : [])],
  }
}

const MOST_RECORDINGS = 10

/** The one that is named as the track is: what is known of any other says nothing of this one. */
function chooseMain(
  track: Track,
  likely: readonly Recording[],
  byId: ReadonlyMap<string, KnownRecording>,
): KnownRecording | undefined {
  const same = likely.filter((recording) => isSameName(track, recording))
  const all = same.flatMap(({ id }) => byId.get(id) ?? [])
  // Of several, one that was published officially says more than a bootleg's.
  return all.find(({ published }) => published) ?? all[0]
}
