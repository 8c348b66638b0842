import { sep } from 'node:path'
import type { Recording, Segment } from '../../model/recording.ts'
import type { CueSheet } from '../../text/cue-sheet.ts'
import { readPathHint } from './path/path-hint.ts'
import type { LibraryFileInfo } from './read-file.ts'
import type { FoundFile } from './walk-folder.ts'

/** A song of the library, as it was found. */
export interface Song {
  readonly file: FoundFile
  readonly facts: LibraryFileInfo
  /** The part of the file that it is, where an album lies in one. */
  readonly segment?: Segment
  /** What the file itself holds of a cue sheet. */
  readonly sheet?: CueSheet
}

/**
 * What is known of a file, its tags first, its name where they are silent.
 * @param fileId the one of its file: that of a part has its number behind it
 * @param isNumbered whether its folder counts its files
 */
export function describeRecording(
  { file, facts, segment }: Song,
  fileId: string,
  isNumbered: boolean,
): Recording {
  const { path } = file
  const { title, artist, ...hint } = readPathHint(splitPlace(file), isNumbered)
  return {
    ...hint,
    ...facts,
    id: segment ? `${fileId}#${segment.track}` : fileId,
    source: 'library',
    title: facts.title ?? title,
    artists: facts.artists.length > 0 || artist === undefined ? facts.artists : [artist],
    media: segment ? { kind: 'file', path, segment } : { kind: 'file', path },
  }
}

/** The path below the user's folder; for what a link led to outside of it, its last three parts. */
export function splitPlace({ root, path }: FoundFile): readonly string[] {
  const below = root.endsWith(sep) ? root : root + sep
  return path.startsWith(below)
    ? path.slice(below.length).split(sep)
    : path.split(sep).filter(Boolean).slice(-3)
}

/**
 * One id for each file: its path in Unicode's composed form, so that the same folder has the same ids
 * whether macOS or Linux wrote it; as it is where two files differ in nothing but that.
 */
export function nameFiles(files: readonly FoundFile[]): ReadonlyMap<string, string> {
  const taken = new Set(files.map(({ path }) => path))
  const names = new Map<string, string>()
  for (const { path } of files) {
    const composed = path.normalize('NFC')
    const name = composed !== path && taken.has(composed) ? path : composed
    taken.add(name)
    names.set(path, name)
  }
  return names
}
