import type { Recording } from '../../model/recording.ts'
import type { Findable } from './candidates.ts'
import { describeRecording, nameFiles, splitPlace } from './file-recording.ts'
import type { LibraryFileInfo } from './read-file.ts'
import type { FoundFile } from './walk-folder.ts'

/** A song of the library, as it was found. */
export interface Song {
  readonly file: FoundFile
  readonly facts: LibraryFileInfo
}

/** The songs of the library, each described when it is asked for: of a hundred thousand a run needs a few. */
export class Holdings {
  readonly songs: readonly Song[]
  readonly #files: readonly FoundFile[]
  #ids: ReadonlyMap<string, string> | undefined

  constructor(files: readonly FoundFile[], songs: readonly Song[]) {
    this.#files = files
    this.songs = songs
  }

  /** The song at this place in the list. */
  describe(at: number): Recording {
    const song = this.songs[at]
    if (!song) throw new RangeError(`no song ${at}`)
    this.#ids ??= nameFiles(this.#files)
    const { file, facts } = song
    return describeRecording(file, facts, this.#ids.get(file.path) ?? file.path)
  }

  /** What the songs can be found by, in the same order. */
  findables(): readonly Findable[] {
    return this.songs.map(({ file }, at) => ({
      ...this.describe(at),
      place: splitPlace(file).join(' '),
    }))
  }
}
