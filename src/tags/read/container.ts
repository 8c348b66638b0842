import type { Tags } from '../../model/media.ts'
import type { Reason } from '../../model/reason.ts'
import type { AudioProperties } from './audio-properties.ts'
import type { ByteSource } from './file-bytes.ts'

export interface ReadRequest {
  /** Of the file: its names tell in which encoding its tags are, where nothing else does. */
  readonly path: string
  /** Whether pictures are wanted; the index of a library has no use for them. */
  readonly covers: boolean
  /** Whether the whole file may be read where no header says how long it is. */
  readonly measure: boolean
}

/** The tags of one kind that a file has. What nothing is said of is left out. */
export interface TagLayer {
  readonly tags: Partial<Omit<Tags, 'cover'>>
  readonly pictures?: readonly TagPicture[]
}

export interface TagPicture {
  readonly isFront: boolean
  readonly data: Uint8Array
}

/** What a container says of the file. */
export interface ContainerReading {
  readonly audio: Omit<AudioProperties, 'bytes'>
  /** A file may have tags of several kinds: the first is believed most, the others fill its gaps. */
  readonly layers: readonly TagLayer[]
  /** What was dropped or not understood. */
  readonly notes?: readonly Reason[]
}

/** A kind of file that is read. */
export interface Container {
  /** By the first bytes, 4 kB or all that there are. */
  readonly recognises: (start: Buffer) => boolean
  /** What names of such files end in, in lower case: a hint where nothing recognises the content. */
  readonly extensions?: readonly string[]
  /** APEv2 is its own tag, and counts before ID3v2. */
  readonly hasApeTags?: boolean
  /** Throws where the file is damaged; a system's error is thrown as it is. */
  readonly read: (file: ByteSource, request: ReadRequest) => Promise<ContainerReading>
  /** The sound as it is stored, without tags and padding, piece by piece. Absent where it is not told apart from them. */
  readonly sound?: (file: ByteSource) => AsyncIterable<Uint8Array>
}
