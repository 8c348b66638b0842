import type { ExportFormat } from '../../model/lists/playlist-formats.ts'
import type { Track } from '../../model/track.ts'

/** A playlist on its way out. */
export interface ExportedPlaylist {
  readonly name: string
  readonly description?: string
  readonly creator?: string
  /** Where the service that it came from names it. */
  readonly uri?: string
  readonly entries: readonly ExportedEntry[]
}

export interface ExportedEntry {
  readonly track: Track
  /** Where its kept file lies, relative to where the playlist file will lie, `/` between folders. */
  readonly file?: string
  /** The file of the user's own that was kept, where it was one. */
  readonly source?: string
  /** Why it has none: a sentence for a person. */
  readonly missing?: string
  /** The MusicBrainz recording it was taken for. */
  readonly mbid?: string
}

/** How one format is written. A member is one file here and one line in `all.ts`; members are blind to one another. */
export interface PlaylistWriter {
  readonly name: ExportFormat
  readonly extension: string
  /** As a server calls it: `text/csv; charset=utf-8`. */
  readonly mediaType: string
  /**
   * What of a track comes back when the file is read again. `artists` are all of them each by itself,
   * `artist` the one line of their names.
   */
  readonly carries: readonly (keyof Track | 'artist')[]
  /** UTF-8 text. Nothing in a playlist can break out of its field. */
  write(playlist: ExportedPlaylist): string
}

/** The artists as one line, as services show them. */
export const creditOf = ({ artists }: Track) => artists.join(', ')

/** What XML 1.0 and a line of text can not hold. */
export const cleanField = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.toWellFormed().replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]+/g, ' ')
