import { UserError } from '../words/user-error.ts'

/** What is wrong with the sound of a file: another file of the same recording may be right. */
export type AudioFault =
  /** Nothing that can be decoded as sound. */
  | 'not-sound'
  /** It ends before its time. */
  | 'truncated'
  /** The decoder complains, or a checksum does not agree. */
  | 'damaged'
  /** All of it, or nearly. */
  | 'silent'
  /** Not as long as the source or the playlist says. */
  | 'wrong-length'
  /** Not the recording that it should be, by its fingerprint. */
  | 'wrong-sound'
  /** It would take more than is given to one file. */
  | 'too-large'

/** A file that is not kept because of its sound; `kind` is stable, the message for people. */
export class AudioError extends UserError {
  readonly kind: AudioFault

  constructor(kind: AudioFault, message: string, hint?: string) {
    super(message, hint)
    this.kind = kind
  }
}
