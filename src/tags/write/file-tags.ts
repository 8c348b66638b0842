import type { Chunks } from '../../base/copy-file.ts'
import type { Tags } from '../../model/media.ts'
import { UserError } from '../../words/user-error.ts'
import type { TagKind } from '../map/tag-map.ts'

/** `2.3` is for old players: it has no month without a day, and "/" between values. */
export type Id3Version = '2.3' | '2.4'

export interface WriteOptions {
  readonly id3?: Id3Version
}

/** The audio may be whole, but the tags of a file of this kind cannot be changed without harm. */
export class CannotTagError extends UserError {
  override readonly name = 'CannotTagError'
}

/**
 * What of the old tag is carried over as it stands: all that has not changed; what has no place in the map, while the
 * rest is written anew; nothing.
 */
export type Carried = 'unchanged' | 'unmapped' | 'nothing'

/** A frame, comment, picture or atom. */
export interface TagItem {
  /** Where it stands by the map; nothing where the map has no place for it. */
  readonly place: string | undefined
  /** Its name in words of its container, for a note. */
  readonly name: string
}

/** Containers whose tags can be written. `ogg` holds Vorbis or Opus. */
export type Container = 'mp3' | 'flac' | 'ogg' | 'm4a'

/** A file whose tags are about to change: what they say, and the bytes that hold them. */
export interface FileTags {
  readonly kind: TagKind
  readonly container: Container
  readonly tags: Tags
  /** What the file's own tag is made of: frames, comments, atoms. */
  readonly items: readonly TagItem[]
  /** The version of the ID3v2 tag that is there, where it is one that is written. */
  readonly id3?: Id3Version
  /**
   * Makes this file into one that has the tags `after`, and of its old ones what is `carried`. Throws UserError where
   * there is no room.
   */
  rewrite(after: Tags, carried: Carried, options: WriteOptions): (chunks: Chunks) => Chunks
  /** Reads the tags of a file of this container again. */
  readBack(path: string): Promise<Tags>
}
