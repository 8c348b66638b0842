import type { FileDigests } from '../../base/hash.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
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
  /** The day on which all who could contradict its uploader were asked, where one is needed. */
  readonly checkedAt?: string
}

/** JSON has no infinities: a line with one could not be read back. */
const isMeasured = (loudness: Loudness | undefined): loudness is Loudness =>
  loudness !== undefined && Object.values(loudness).every(Number.isFinite)

/** The inventory's line for a file. */
export function describeFile(path: string, sum: FileDigests, media: Media, why: Why): ArchivedFile {
  const { track, match, verdict, fileUrl, options, checkedAt } = why
  const { recording } = match
  return {
    path,
    sha256: sum.sha256,
    sha512: sum.sha512,
    soundSha256: media.soundSha256,
    bytes: sum.bytes,
    durationMs: media.durationMs,
    format: options.format,
    quality: media.how === 'encoded' ? options.quality : undefined,
    how: media.how,
    track,
    chosen: {
      source: recording.source,
      id: recording.id,
      title: recording.title,
      artists: recording.artists,
      album: recording.album,
      url: recording.url,
      uploader: recording.uploader,
      uploaderUrl: recording.uploaderUrl,
      fileUrl,
      answer: recording.answer,
      sha256: media.originalSha256,
      probability: match.probability,
      evidence: match.evidence,
      notes: [...match.notes, ...media.notes],
    },
    verdict,
    fingerprint: media.fingerprint,
    loudness: isMeasured(media.loudness) ? media.loudness : undefined,
    albumGain: media.albumGain,
    album: {
      title: media.tags.album,
      artists: media.tags.albumArtists,
      hasOwnGain: (media.tags.albumGainDb !== undefined && !media.albumGain) || undefined,
    },
    keptAt: new Date().toISOString(),
    checkedAt,
  }
}
