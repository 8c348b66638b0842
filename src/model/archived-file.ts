import type { Evidence } from './match.ts'
import type { AlbumGain, AudioFormat, Fingerprint, Loudness, Quality } from './media.ts'
import type { Told } from './reason.ts'
import type { Answer } from './recording.ts'
import type { Track } from './track.ts'
import type { Verdict } from './verdict.ts'

/** One line of the inventory: what a kept file is, where it came from and why it was chosen. */
export interface ArchivedFile {
  /** Relative to the archive, `/` between folders, NFC. */
  readonly path: string
  readonly sha256: string
  /** Lower-case hexadecimal, of the same bytes; in no line of earlier versions. */
  readonly sha512?: string
  /**
   * SHA-256 of the sound alone, lower-case hexadecimal: of its packets or frames as they are stored, without tags and
   * padding, so new tags leave it as it is. In no line of earlier versions, nor where the sound cannot be told apart.
   */
  readonly soundSha256?: string
  readonly bytes: number
  readonly durationMs: number
  readonly format: AudioFormat
  /** Only where it was encoded. */
  readonly quality?: Quality
  readonly how: 'encoded' | 'copied' | 'kept'
  /** The track as the playlist named it. */
  readonly track: Track
  readonly chosen: ChosenSource
  readonly verdict: Verdict
  /** As `Media` has them; in no line of earlier versions. */
  readonly fingerprint?: Fingerprint
  readonly loudness?: Loudness
  /** As Songkeep has written it into the tags; none where the file came with one of its own, or has no album. */
  readonly albumGain?: AlbumGain
  /** Absent in lines of earlier versions. */
  readonly album?: TaggedAlbum
  /** ISO 8601, UTC. New tags alone leave it as it is. */
  readonly keptAt: string
  /**
   * Of a copy from where anybody may upload: the day (ISO 8601) on which all who could contradict its uploader were
   * last asked, and none did. Without it nobody has been asked: such a file may be kept, and is not to be shared.
   */
  readonly checkedAt?: string
  /** What is known by now speaks against its uploader: a person has to look, and the file is not to be shared. */
  readonly doubt?: Doubt
}

export interface Doubt {
  /** ISO 8601, UTC: when it was found. */
  readonly at: string
  readonly reasons: readonly Told[]
}

/** The album as the kept file's tags name it. */
export interface TaggedAlbum {
  /** Absent where they name none. */
  readonly title?: string
  readonly artists: readonly string[]
  /** The file came with an album's loudness of its own. */
  readonly hasOwnGain?: boolean
}

/** The recording that was taken, and the reasons. */
export interface ChosenSource {
  readonly source: string
  readonly id: string
  readonly title: string
  readonly artists: readonly string[]
  readonly album?: string
  readonly url?: string
  /** Who put it there, as the host says. */
  readonly uploader?: string
  /** The page of that account; in no line of earlier versions. */
  readonly uploaderUrl?: string
  /** The address its sound was downloaded from. */
  readonly fileUrl?: string
  /** The host's raw answer, its licence among it, that the copy was made on. */
  readonly answer?: Answer
  /** SHA-256 of the source's file as it was found. */
  readonly sha256: string
  readonly probability: number
  readonly evidence: readonly Evidence[]
  readonly notes: readonly Told[]
}
