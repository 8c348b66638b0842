import type { Chunks } from '../base/copy-file.ts'
import type { Tags } from '../model/media.ts'
import { UserError } from '../words/user-error.ts'
import type { TagKind } from './map/tag-map.ts'

/** `2.3` is for old players: it has no month without a day, and "/" between values. */
export type Id3Version = '2.3' | '2.4'

export interface WriteOptions {
  readonly id3?: Id3Version
}

/** The audio may be whole, but the tags of a file of this kind cannot be changed without harm. */
export class CannotTagError extends UserError {
  override readonly name = 'CannotTagError'
}

/** A file whose tags are about to change: what they say, and the bytes that hold them. */
export interface FileTags {
  readonly kind: TagKind
  readonly tags: Tags
  /** The version of the ID3v2 tag that is there, where it is one that is written. */
  readonly id3?: Id3Version
  /** Makes this file into one that has the tags `after`; all else stays. Throws UserError where there is no room. */
  rewrite(after: Tags, options: WriteOptions): (chunks: Chunks) => Chunks
  /** Reads the tags of a file of this container again, by another reader. */
  readBack(path: string): Promise<Tags>
  /** The same file as one that has nothing to be carried over. */
  withoutTags(): FileTags
}
