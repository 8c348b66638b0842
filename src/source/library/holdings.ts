import { dirname } from 'node:path'
import type { Recording } from '../../model/recording.ts'
import type { Findable } from './candidates.ts'
import { describeRecording, nameFiles, type Song, splitPlace } from './file-recording.ts'
import { findNumberedFolders } from './path/numbered-folders.ts'
import type { FoundFile } from './walk-folder.ts'

/** The songs of the library, each described when it is asked for: of a hundred thousand a run needs a few. */
export class Holdings {
  /** The films come last. */
  readonly songs: readonly Song[]
  readonly #films: number
  readonly #files: readonly FoundFile[]
  #ids: ReadonlyMap<string, string> | undefined
  #numbered: ReadonlySet<string> | undefined

  constructor(files: readonly FoundFile[], songs: readonly Song[], films: readonly Song[]) {
    this.#files = files
    this.#films = films.length
    this.songs = [...songs, ...films]
  }

  /** The song at this place in the list. */
  describe(at: number): Recording {
    const song = this.songs[at]
    if (!song) throw new RangeError(`no song ${at}`)
    this.#ids ??= nameFiles(this.#files)
    this.#numbered ??= findNumberedFolders(this.#files.map(({ path }) => path))
    const { path } = song.file
    const isNumbered = this.#numbered.has(dirname(path))
    return describeRecording(song, this.#ids.get(path) ?? path, isNumbered)
  }

  /** What the songs can be found by, in the same order; nothing but its place finds a film. */
  findables(): readonly Findable[] {
    return this.songs.slice(0, this.songs.length - this.#films).map(({ file }, at) => ({
      ...this.describe(at),
      place: splitPlace(file).join(' '),
    }))
  }
}
