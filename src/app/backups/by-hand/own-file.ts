import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import { isAudioName } from '../../../archive/given/given-files.ts'
import { reason } from '../../../model/reason.ts'
import type { Recording } from '../../../model/recording.ts'
import { describeGiven } from '../../../source/library/given.ts'
import type { Library } from '../../../source/library/library.ts'
import { UserError } from '../../../words/user-error.ts'

/** A file that is chosen for a row: to be taken into the archive once it is decided for. */
export interface FileToTake {
  /** Absolute; where whoever asks may read. */
  readonly path: string
  /** What it is called. */
  readonly name: string
}

/** UserError where it is no plain audio file. `path` has its links resolved. */
export async function readOwnFile(
  { path, name }: FileToTake,
  signal: AbortSignal,
): Promise<Recording> {
  const found = await lstat(path).catch(() => undefined)
  const recording =
    found?.isFile() && isAudioName(name) ? await describeGiven(name, path, signal) : undefined
  if (!recording) throw new UserError(reason('app.not-audio', { name: basename(name) }))
  return recording
}

/** The file as the library has it; undefined where it lies outside of it. */
export async function findInLibrary(
  path: string,
  library: Library,
  signal: AbortSignal,
): Promise<Recording | undefined> {
  for (const id of new Set([path.normalize('NFC'), path])) {
    const [found] = await library.find(id, signal)
    if (found?.media?.kind === 'file' && found.media.path === path) return found
  }
  return undefined
}
