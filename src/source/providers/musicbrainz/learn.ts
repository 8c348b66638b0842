import { RequestRefusedError, UnavailableError } from '../../../base/http/errors.ts'
import { asRecord } from '../../../base/json.ts'
import { type Reason, reasonOf } from '../../../model/reason.ts'
import { unavailable } from '../../online/ask.ts'
import { type Asker, type MusicBrainzAnswer, title } from './ask.ts'
import { readAliases } from './credit.ts'
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
 * differently elsewhere and has pages of their own, and where that one release has no label, for all others.
 */
export async function learnMore(
  asker: Asker,
  { entity, names, recording, releaseId, artistId, otherReleases }: KnownRecording,
  signal: AbortSignal,
): Promise<Learnt> {
  const failures: Reason[] = []
  const learn = (asking: Promise<MusicBrainzAnswer>) => learnOne(asking, failures)
  const release = releaseId && (await learn(asker.release(releaseId, signal)))
  const isAlone = releaseId === undefined && asRecord(entity).relations === undefined
  const whole = isAlone ? await learn(asker.recording(recording.id, signal)) : entity
  const artist = artistId && (await learn(asker.artist(artistId, signal)))
  const own = [...names, ...readAliases(artist)]
  const labels = readLabels(release, own)
  const learnt = { recording: whole, release, artist, labels }
  if (labels?.length !== 0 || otherReleases === 0) return { ...learnt, incomplete: failures[0] }
  const all = await learn(asker.releasesOf(recording.id, signal))
  return { ...learnt, labels: readLabelsOfAll(all, own), incomplete: failures[0] }
}

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
