import { basename, dirname, extname } from 'node:path'
import { audioExtensions } from '../../../model/audio-kinds.ts'
import type { CueSheet } from '../../../text/cue-sheet.ts'

/** The files that a sheet's names mean, by the name as it stands in the sheet; none where nothing fits. */
export type SheetFiles<File> = ReadonlyMap<string, readonly File[]>

interface Named {
  readonly path: string
}

/**
 * Which files in the folder of a sheet are meant by its names: in any case and form of accents, under another ending
 * (sheets of old name the WAV that the FLAC was made of), and, where it names one file alone, the file called like the
 * sheet, or the only one there.
 * @param beside audio files in the sheet's folder and below it
 */
export function findFiles<File extends Named>(
  { tracks }: CueSheet,
  sheetPath: string,
  beside: readonly File[],
): SheetFiles<File> {
  const names = [...new Set(tracks.map(({ file }) => file))]
  const index = new FolderIndex(dirname(sheetPath), beside)
  const found = new Map(names.map((name) => [name, index.find(name)]))
  const [only = '', ...others] = names
  if (others.length === 0 && found.get(only)?.length === 0)
    found.set(only, index.findLike(sheetPath))
  return found
}

class FolderIndex<File extends Named> {
  readonly #here: readonly File[]
  readonly #byName = new Map<string, File[]>()
  readonly #byStem = new Map<string, File[]>()

  constructor(folder: string, files: readonly File[]) {
    this.#here = files.filter(({ path }) => dirname(path) === folder)
    for (const file of files) {
      const name = fold(file.path.slice(folder.length + 1))
      add(this.#byName, name, file)
      add(this.#byStem, stemOf(name), file)
    }
  }

  /** A path within the folder, else the name alone. */
  find(location: string): readonly File[] {
    const parts = location.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
    const [whole, name] = [fold(parts.join('/')), fold(parts.at(-1) ?? '')]
    return (
      this.#byName.get(whole) ??
      this.#byName.get(name) ??
      this.#byStem.get(stemOf(whole)) ??
      this.#byStem.get(stemOf(name)) ??
      []
    )
  }

  /** `Album.cue` and `Album.flac.cue` lie beside `Album.flac`. */
  findLike(sheetPath: string): readonly File[] {
    const name = fold(basename(sheetPath, extname(sheetPath)))
    const like = this.#byName.get(name) ?? this.#byStem.get(name) ?? this.#byStem.get(stemOf(name))
    return like ?? (this.#here.length === 1 ? this.#here : [])
  }
}

function add<File>(map: Map<string, File[]>, key: string, file: File): void {
  const known = map.get(key)
  if (known) known.push(file)
  else map.set(key, [file])
}

const fold = (path: string) => path.normalize('NFC').toLowerCase().replaceAll('\\', '/').trim()

/** Without the ending, where it is that of an audio file. */
function stemOf(name: string): string {
  const extension = extname(name)
  return audioExtensions.has(extension.slice(1)) ? name.slice(0, -extension.length) : name
}
