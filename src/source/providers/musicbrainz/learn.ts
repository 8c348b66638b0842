import { RequestRefusedError, UnavailableError } from '../../../base/http/errors.ts'
import { asRecord } from '../../../base/json.ts'
import { type Reason, reasonOf } from '../../../model/reason.ts'
import { unavailable } from '../../online/ask.ts'
import { readNames } from '../../online/fields.ts'
import { type Asker, type MusicBrainzAnswer, title } from './ask.ts'
import { readLabels, readLabelsOfAll } from './labels.ts'
import { readMbid } from './mbid.ts'
import type { KnownRecording } from './recording.ts'

/** What is learnt of a recording that is known: entities as the server gave them, undefined where it knows none. */
export interface Learnt {
  /** With its relationships. */
  readonly recording?: unknown
  /** The release that its album is, with its own. */
  readonly release?: unknown
  /** Credited first, with theirs. */
  readonly artist?: unknown
  /** Undefined where it is not known which they are. */
  readonly labels?: readonly string[]
  /** Why something of this could not be asked: the rest was learnt all the same. */
  readonly incomplete?: Reason
}

/**
 * Asks for the release, which knows labels, licences, free downloads and shops, for the artist, who is called
 * differently elsewhere and has pages of their own, and where that one release has no label, for all others: of the
 * recording, and of others that may be the same song.
 */
export async function learnMore(
  asker: Asker,
  { best, others }: { readonly best: KnownRecording; readonly others: readonly KnownRecording[] },
  signal: AbortSignal,
): Promise<Learnt> {
  const { entity, recording, releaseId, artistId } = best
  const failures: Reason[] = []
  const learn = (asking: Promise<MusicBrainzAnswer>) => learnOne(asking, failures)
  const release = releaseId && (await learn(asker.release(releaseId, signal)))
  const isAlone = releaseId === undefined && asRecord(entity).relations === undefined
  const whole = isAlone ? await learn(asker.recording(recording.id, signal)) : entity
  const artist = artistId && (await learn(asker.artist(artistId, signal)))
  // A label of the artist's own name is no label; one that is called like a guest is.
  const own = [...recording.artists.slice(0, 1), ...readNames(asRecord(artist).name)]
  let labels = readLabels(release, own)
  const more = [
    ...(best.otherReleases > 0 ? [best] : []),
    ...others.filter(({ published }) => published).slice(0, MAX_OTHERS),
  ]
  for (const each of more) {
    if (labels?.length !== 0) break
    const all = await learn(asker.releasesOf(each.recording.id, signal))
    labels = readLabelsOfAll(all, own, each.otherReleases + 1)
  }
  return { recording: whole, release, artist, labels, incomplete: failures[0] }
}

/** Recordings of one song whose labels are asked for besides. */
const MAX_OTHERS = 4

/** What could not be asked is told, and stops nothing. */
async function learnOne(asking: Promise<MusicBrainzAnswer>, failures: Reason[]): Promise<unknown> {
  try {
    const said = await asking
    const { id, releases } = asRecord(said?.json)
    if (said && readMbid(id) === undefined && !Array.isArray(releases))
      throw unavailable(title, said)
    return said?.json
  } catch (error) {
    if (!(error instanceof UnavailableError || error instanceof RequestRefusedError)) throw error
    failures.push(reasonOf(error))
    return undefined
  }
}
