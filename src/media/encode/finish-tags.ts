import type { Media, Tags } from '../../model/media.ts'
import { chooseCover } from '../cover/choose-cover.ts'
import { albumGain } from '../decode/loudness.ts'
import type { Job } from './make-job.ts'
import { mergeFacts } from '../tags/metadata.ts'

/** Its album's loudness stands for an album of this track alone, until others of it are kept beside it. */
export type FinishedTags = Pick<Media, 'tags' | 'albumGain'>

/** The tags of the finished file, with a cover. An album gain that the file came with is its user's. */
export async function finishTags(
  job: Job,
  own: Tags,
  { keepsOwn, measured }: { readonly keepsOwn: boolean; readonly measured: Measured },
): Promise<FinishedTags> {
  const { path, recording, offerCovers } = job
  const { cover: ownCover, ...facts } = own
  // Where it was fetched, the work folder lies around it.
  const isUsers = recording.media?.kind !== 'remote'
  const sources = {
    ...(ownCover && { own: ownCover }),
    ...(isUsers && { beside: path }),
    ...(offerCovers && { offer: offerCovers }),
  }
  const cover = await chooseCover(sources, job, { keepsOwn })
  const found = { ...facts, ...(cover && { cover }) }
  const tags = mergeFacts(found, { ...job, measured: asTags(measured) })
  const gain = albumGain([measured])
  if (!gain || tags.album === undefined || tags.albumGainDb !== undefined) return { tags }
  return { tags: { ...tags, albumGainDb: gain.gainDb, albumPeak: gain.peak }, albumGain: gain }
}

type Measured = Pick<Media, 'originalSha256' | 'durationMs' | 'fingerprint' | 'loudness'>

function asTags({ originalSha256, fingerprint, loudness }: Measured): Partial<Tags> {
  return {
    originalSha256,
    ...(fingerprint && { acoustidFingerprint: fingerprint.code }),
    ...(loudness && {
      trackGainDb: loudness.gainDb,
      trackPeak: Math.round(loudness.peak * 1e6) / 1e6,
    }),
  }
}
