import type { MediaOptions, Tags } from '../../model/media.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Licence } from '../../model/verdict.ts'
import type { FolderCovers } from '../cover/folder-covers.ts'
import type { AudioStream } from '../decode/audio-stream.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { ComparedFingerprint } from '../fingerprint/compare.ts'

export interface MediaRequest {
  /** The recording's file; it is only read. */
  readonly path: string
  readonly track: Track
  readonly recording: Recording
  readonly licence: Licence
  readonly options: MediaOptions
  /** What a catalogue knows of the recording on its release. */
  readonly known?: Partial<Tags>
  /**
   * Front covers from the source or the Cover Art Archive, the better ones first; asked for only where the file and
   * its folder have none.
   */
  readonly offerCovers?: () => Promise<readonly Uint8Array[]>
  /** The fingerprint of another copy of this recording: a file that differs from it is not kept. */
  readonly reference?: ComparedFingerprint
  /** Told how much of the sound has been decoded, in milliseconds: 0 when that begins, and when it begins anew. */
  readonly onProgress?: (soundMs: number) => void
}

/** One file to be made, and what it is made with. */
export interface MediaJob extends MediaRequest {
  readonly ffmpeg: Ffmpeg
  readonly folderCovers: FolderCovers
  /** A new path in the work folder. */
  readonly temporary: (extension: string) => string
  readonly signal: AbortSignal
  /** What is encoded instead of the file itself: the part of it that was cut out. */
  readonly cut?: string
  /** The stream that it was cut out of. */
  readonly cutFrom?: AudioStream
}
