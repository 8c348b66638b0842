import type { FileSum } from '../../base/hash.ts'
import type { Kept } from '../../model/archived-file.ts'
import type { Match } from '../../model/match.ts'
import type { Loudness, Media, MediaOptions } from '../../model/media.ts'
import type { Track } from '../../model/track.ts'
import type { Verdict } from '../../model/verdict.ts'

/** Why a file is kept: what the inventory says beside its checksum. */
export interface Why {
  readonly track: Track
  readonly match: Match
  readonly verdict: Verdict
  /** Where the sound was downloaded from; nothing for a file of the user's own. */
  readonly fileUrl?: string
  readonly options: MediaOptions
}

/** JSON has no infinities: a line with one could not be read back. */
const isMeasured = (loudness: Loudness | undefined): loudness is Loudness =>
  loudness !== undefined && Object.values(loudness).every(Number.isFinite)

/** The inventory's line for a file. */
export function describeKept(path: string, sum: FileSum, media: Media, why: Why): Kept {
  const { track, match, verdict, fileUrl, options } = why
  const { recording } = match
  return {
    path,
    sha256: sum.sha256,
    bytes: sum.bytes,
    durationMs: media.durationMs,
    format: options.format,
    ...(media.how === 'encoded' && { quality: options.quality }),
    how: media.how,
    track,
    chosen: {
      source: recording.source,
      id: recording.id,
      title: recording.title,
      artists: recording.artists,
      ...(recording.album !== undefined && { album: recording.album }),
      ...(recording.url !== undefined && { url: recording.url }),
      ...(recording.uploader !== undefined && { uploader: recording.uploader }),
      ...(fileUrl !== undefined && { fileUrl }),
      ...(recording.answer && { answer: recording.answer }),
      sha256: media.originalSha256,
      probability: match.probability,
      evidence: match.evidence,
      notes: [...match.notes, ...media.notes],
    },
    verdict,
    ...(media.fingerprint && { fingerprint: media.fingerprint }),
    ...(isMeasured(media.loudness) && { loudness: media.loudness }),
    ...(media.albumGain && { albumGain: media.albumGain }),
    keptAt: new Date().toISOString(),
  }
}
