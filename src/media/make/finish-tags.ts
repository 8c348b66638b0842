import type { Media, Tags } from '../../model/media.ts'
import { mergeMetadata } from '../../tags/write/metadata.ts'
import { chooseCover } from '../cover/choose-cover.ts'
import { albumGain } from '../decode/loudness.ts'
import type { MediaJob } from './media-job.ts'

/** The album gain is that of an album of this track alone, until others of the album are kept beside it. */
export type FinishedTags = Pick<Media, 'tags' | 'albumGain' | 'notes'>

/** The tags of the finished file, with a cover. An album gain that the file came with is its user's. */
export async function finishTags(
  job: MediaJob,
  own: Tags,
  { keepsOwn, measured, pictures }: FinishOptions,
): Promise<FinishedTags> {
  const { path, recording, track, offerCovers, folderCovers } = job
  const { cover: ownCover, ...ownTags } = own
  // A file that was fetched lies in the work folder, not in a folder of the user's.
  const isUsers = recording.media?.kind !== 'remote'
  const sought = {
    audioFile: path,
    album: own.album ?? recording.album ?? track.album,
    artists: [...own.albumArtists, ...own.artists],
  }
  const sources = {
    own: ownCover,
    pictures,
    folder: isUsers ? { covers: folderCovers, sought } : undefined,
    offer: offerCovers,
  }
  const { cover, notes } = await chooseCover(sources, job, { keepsOwn })
  const tags = mergeMetadata({ ...ownTags, cover }, { ...job, measured: asTags(measured) })
  const gain = albumGain([measured])
  if (!gain || tags.album === undefined || tags.albumGainDb !== undefined) return { tags, notes }
  return {
    tags: { ...tags, albumGainDb: gain.gainDb, albumPeak: gain.peak },
    albumGain: gain,
    notes,
  }
}

interface FinishOptions {
  /** Whether the file's own cover stays as it is. */
  readonly keepsOwn: boolean
  readonly measured: Measured
  /** All that are in the file, as they are. */
  readonly pictures?: readonly Uint8Array[]
}

type Measured = Pick<Media, 'originalSha256' | 'durationMs' | 'fingerprint' | 'loudness'>

function asTags({ originalSha256, fingerprint, loudness }: Measured): Partial<Tags> {
  return {
    originalSha256,
    acoustidFingerprint: fingerprint?.code,
    trackGainDb: loudness?.gainDb,
    trackPeak: loudness ? Math.round(loudness.peak * 1e6) / 1e6 : undefined,
  }
}
