import type { Playlist } from '../model/playlist.ts'
import type { Reason } from '../model/reason.ts'

/** One file of input, in memory, with what a reader needs to recognise it. */
export interface FormatInput {
  /** Base name, or `-` for standard input. Never trusted as a path. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The bytes as text, in whatever encoding they are (`input/decode.ts`), without a byte order mark. */
  readonly text: string
  /** Where it lies in the folder or zip that was given, with `/` between the parts; nothing of a file by itself. */
  readonly path?: string
  /** Which columns of a table are what, where the user says so: `title=2,artist=3`. */
  readonly columns?: string
}

/**
 * How one format is read. A member is one file in `formats/`, one line in `all.ts` and one fixture
 * pair; members are pure and blind to one another.
 */
export interface PlaylistFormat {
  /** Kebab-case, stable: `exportify`, `m3u`. */
  readonly name: string
  /** For a person: a name as it is (`textReason('Rekordbox XML')`), or a sentence of `words` where it has words. */
  readonly title: Reason
  /** A log of listening: several files of one input are parts of the same. */
  readonly isLog?: boolean
  /** Its files are no text: `bytes` say all, and `text` nothing. */
  readonly isBinary?: true
  /** How sure it is that the input is of this format: 0 not at all, 1 certain. Must be cheap and never throw. */
  recognise(input: FormatInput): number
  /**
   * Every playlist the input holds, every row an entry.
   * Throws UserError when the input is of this format but cannot be read at all.
   */
  read(input: FormatInput): readonly Playlist[]
  /**
   * How many records the input holds, known apart from what is made of them: counted by their marks, or as the input
   * itself says (`reading/count/`). Lists that are left out on purpose, and told, are not counted. That not as many
   * became entries is told (`records.ts`). Asked only of what `read` has read; must be cheap and never throw.
   */
  count(input: FormatInput): number
  /** Where several files of a folder, a zip or a drop are one export, and only together say it all. */
  readonly together?: TogetherRead
}

export interface TogetherRead {
  /** Whether a file is one of them, by its content or its path. Must be cheap and never throw. */
  includes(input: FormatInput): boolean
  /** Every playlist that they hold; at least one file is given. Throws as `read` does. */
  read(inputs: readonly FormatInput[]): readonly Playlist[]
  /** How many records they hold, as for one input. */
  count(inputs: readonly FormatInput[]): number
}
