import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Track } from '../../../model/track.ts'
import { foldText } from '../../../text/fold.ts'
import { readText } from '../../online/fields.ts'
import { readMbid } from './mbid.ts'

/** The playlist's own album, else the earliest official one; compilations, soundtracks, concerts come last. */
export function chooseRelease(
  track: Track,
  releases: readonly JsonObject[],
): JsonObject | undefined {
  const album = foldText(track.album ?? '')
  const rank = (release: JsonObject) => {
    const isNamed = album !== '' && foldText(readText(release.title) ?? '') === album
    const isOther = asList(asRecord(release['release-group'])['secondary-types']).length > 0
    return (isNamed ? 0 : 4) + (release.status === 'Official' ? 0 : 2) + (isOther ? 1 : 0)
  }
  const date = (release: JsonObject) => readText(release.date) ?? '9999'
  return releases.toSorted(
    (left, right) => rank(left) - rank(right) || date(left).localeCompare(date(right), 'en'),
  )[0]
}

/** Made without leave of whoever owns it. Whatever else is out, somebody has published, whether or not it says so. */
export const isBootleg = (release: unknown): boolean =>
  /^bootleg$/i.test(readText(asRecord(release).status) ?? '')

/** Tracks that are looked through: the longest releases have some thousands. */
const MAX_TRACKS = 5000

/** A recording as a release names it, with its relations. */
export function findOnRelease(release: unknown, recordingId: string): unknown {
  return asList(asRecord(release).media)
    .flatMap((medium) => asList(asRecord(medium).tracks))
    .slice(0, MAX_TRACKS)
    .map((track) => asRecord(track).recording)
    .find((recording) => readMbid(asRecord(recording).id) === recordingId)
}
