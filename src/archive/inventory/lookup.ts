import type { ArchivedFile } from '../../model/archived-file.ts'
import type { MediaOptions } from '../../model/media.ts'
import type { Track } from '../../model/track.ts'
import { topFolder } from './line-index.ts'
import { factsOf, folderFact, recordingFact, stemFact, stemKey } from './line-keys.ts'
import { isSameTrack, trackFacts } from './same-track.ts'
import type { UnreadLines } from './unread-lines.ts'

/**
 * The archived files, found by path, folder, track and recording. A later file under a stem replaces an earlier one.
 * Lines that were not read yet are taken in where one of their keys is asked for.
 */
export class InventoryLookup {
  readonly #unread: UnreadLines | undefined
  readonly #byStem = new Map<string, ArchivedFile>()
  readonly #byFact = new Map<string, Set<ArchivedFile>>()

  constructor(unread?: UnreadLines) {
    this.#unread = unread
  }

  set(file: ArchivedFile) {
    this.#takeIn(stemFact(file.path))
    this.#set(file)
  }

  #set(file: ArchivedFile) {
    const key = stemKey(file.path)
    const before = this.#byStem.get(key)
    if (before) this.#delete(before)
    this.#byStem.set(key, file)
    for (const fact of factsOf(file)) {
      const same = this.#byFact.get(fact)
      if (same) same.add(file)
      else this.#byFact.set(fact, new Set([file]))
    }
  }

  delete(file: ArchivedFile) {
    this.#takeIn(stemFact(file.path))
    this.#delete(file)
  }

  #delete(file: ArchivedFile) {
    const key = stemKey(file.path)
    if (this.#byStem.get(key) === file) this.#byStem.delete(key)
    for (const fact of factsOf(file)) {
      const same = this.#byFact.get(fact)
      if (same?.delete(file) && same.size === 0) this.#byFact.delete(fact)
    }
  }

  /** Whatever is kept under the stem of this path. */
  at(path: string): ArchivedFile | undefined {
    this.#takeIn(stemFact(path))
    return this.#byStem.get(stemKey(path))
  }

  /** How many files are kept; among lines not read yet, those that later ones replace count as well. */
  get size(): number {
    return this.#byStem.size + (this.#unread?.size ?? 0)
  }

  /** Lines that could not be read when they were asked for, byte for byte. */
  get unreadable(): readonly Uint8Array[] {
    return this.#unread?.unreadable ?? []
  }

  /** The top folders that hold archived files at this moment. */
  topFolders(): ReadonlySet<string> {
    return new Set([...(this.#unread?.folders ?? []), ...this.#byStem.values().map(topFolder)])
  }

  /** By path, in the order of its code units. */
  all(): ArchivedFile[] {
    this.#adopt(this.#unread?.takeAll())
    return [...this.#byStem.values()].toSorted((a, b) => compare(a.path, b.path))
  }

  /** Its own address first, then the newest; in any format and quality, unless they are given. */
  forTrack(track: Track, options?: MediaOptions): ArchivedFile[] {
    const found = trackFacts(track)
      .flatMap((fact) => this.#having(fact))
      .filter((file) => (!options || isMadeSo(file, options)) && isSameTrack(file.track, track))
    const { true: own = [], false: other = [] } = Object.groupBy(new Set(found), (file) =>
      String(file.track.uri === track.uri),
    )
    return [...newestFirst(own), ...newestFirst(other)]
  }

  forRecording(source: string, id: string, options: MediaOptions): ArchivedFile[] {
    const found = this.#having(recordingFact(source, id))
    return newestFirst(found.filter((file) => isMadeSo(file, options)))
  }

  /** By path. */
  inFolder(folder: string): ArchivedFile[] {
    return this.#having(folderFact(folder)).toSorted((a, b) => compare(a.path, b.path))
  }

  #having(fact: string): ArchivedFile[] {
    this.#takeIn(fact)
    return [...(this.#byFact.get(fact) ?? [])]
  }

  #takeIn(key: string) {
    this.#adopt(this.#unread?.take(key))
  }

  /** Lines that were not read yet, the newest first, are older than what is known. */
  #adopt(files: readonly ArchivedFile[] = []) {
    for (const file of files) if (!this.#byStem.has(stemKey(file.path))) this.#set(file)
  }
}

const newestFirst = (found: readonly ArchivedFile[]) =>
  found.toSorted((a, b) => compare(b.keptAt, a.keptAt) || compare(a.path, b.path))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The quality counts only where the file was encoded. */
const isMadeSo = (file: ArchivedFile, { format, quality }: MediaOptions) =>
  file.format === format && (file.quality === undefined || file.quality === quality)
