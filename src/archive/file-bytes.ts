import { moveInto } from '../base/file.ts'
import { look } from '../base/inside.ts'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { ReadableUpstream } from './bucket/upstream.ts'
import type { FileStates } from './files/file-states.ts'
import { locate, makeRoom } from './files/inside.ts'
import { type ArchivePaths, newTemporary } from './files/paths.ts'

/** Where the bytes of archived files are: in their places, or in the bucket that the archive lies in. */
export class FileBytes {
  readonly #paths: ArchivePaths
  readonly #states: FileStates
  readonly #upstream: ReadableUpstream | undefined

  constructor(paths: ArchivePaths, states: FileStates, upstream: ReadableUpstream | undefined) {
    this.#paths = paths
    this.#states = states
    this.#upstream = upstream
  }

  async isThere(file: ArchivedFile): Promise<boolean> {
    return (await this.#findHere(file)) !== undefined || this.#upstream?.has(file) === true
  }

  /** Where it is not in its place, it is put there. */
  async bring(file: ArchivedFile): Promise<string | undefined> {
    const here = await this.#findHere(file)
    if (here !== undefined || !this.#upstream?.has(file)) return here
    const temporary = newTemporary(this.#paths)
    if (!(await this.#upstream.fetch(file, temporary))) return undefined
    const path = await makeRoom(this.#paths.root, file.path)
    await moveInto(temporary, path)
    await this.#states.notePlaced(file)
    return path
  }

  async #findHere({ path }: ArchivedFile): Promise<string | undefined> {
    // What a link leads to is not the archive's.
    const place = await locate(this.#paths.root, path).catch(() => undefined)
    return place !== undefined && (await look(place))?.isFile() ? place : undefined
  }
}
