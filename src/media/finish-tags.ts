import type { Media, Tags } from '../model/media.ts'
import { chooseCover } from './cover/choose-cover.ts'
import type { Job } from './make-job.ts'
import { mergeFacts } from './tags/facts.ts'

/** The tags of the finished file, with a cover. */
export async function finishTags(
  job: Job,
  own: Tags,
  { keepsOwn, measured }: { readonly keepsOwn: boolean; readonly measured: Measured },
): Promise<Tags> {
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
  return mergeFacts({ ...facts, ...(cover && { cover }) }, { ...job, measured: asTags(measured) })
}

type Measured = Pick<Media, 'originalSha256' | 'fingerprint' | 'loudness'>

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
