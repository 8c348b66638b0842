import type { Tags } from '../../model/media.ts'
import { UserError } from '../../words/user-error.ts'
import type { Chunks } from '../copy-file.ts'
import type { TagKind } from './tag-map.ts'

/** `2.3` is for players that know no better: it has no month without a day, and "/" parts values. */
export type Id3Version = '2.3' | '2.4'

export interface WriteOptions {
  readonly id3?: Id3Version
}

/** A sound file may be whole and yet of a kind whose tags cannot be changed without harm. */
export class CannotTagError extends UserError {}

/** A file whose tags are about to change: what they say, and the bytes that hold them. */
export interface FileTags {
  readonly kind: TagKind
  readonly tags: Tags
  /** The version of the ID3v2 tag that is there, where it is one that is written. */
  readonly id3?: Id3Version
  /** Makes the file that says `after` out of this one; all else stays. Throws UserError where there is no room. */
  rewrite(after: Tags, options: WriteOptions): (chunks: Chunks) => Chunks
  /** What another reader makes of a file of this container. */
  readBack(path: string): Promise<Tags>
  /** The same file as one that has nothing to be carried over. */
  withoutTags(): FileTags
}
