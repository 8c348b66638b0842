import type { Reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'

/** What is wrong with the audio of a file: another file of the same recording may be right. */
export type AudioFault =
  /** Nothing that can be decoded as audio. */
  | 'not-audio'
  /** Audio that this FFmpeg cannot decode: another, or a newer one, may. */
  | 'undecodable'
  /** It ends before its time. */
  | 'truncated'
  /** The decoder complains, or a checksum does not agree. */
  | 'damaged'
  /** All of it, or nearly. */
  | 'silent'
  /** Not as long as the source or the playlist says. */
  | 'wrong-length'
  /** Not the recording that it should be, by its fingerprint. */
  | 'wrong-recording'
  /** It would take more than is given to one file. */
  | 'too-large'

/** A file that is not kept because of its audio. `fault` is what is wrong in one word, `reason` says it exactly. */
export class AudioError extends UserError {
  override readonly name = 'AudioError'
  readonly fault: AudioFault

  constructor(fault: AudioFault, reason: Reason) {
    super(reason)
    this.fault = fault
  }
}
