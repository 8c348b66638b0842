import type { ArchivedFile } from '../../../model/archived-file.ts'
import { stemKey } from '../../inventory/line-keys.ts'
import type { Entry, LineEntry, StoredText } from './entries.ts'
import type { BucketRecord } from './records.ts'

/** What a line of the inventory is found by here; the line itself is as it was written. */
interface StoredFile extends Pick<ArchivedFile, 'path' | 'sha256' | 'bytes'> {
  readonly line: string
}

/** Who may write, since when: ISO 8601, UTC. */
export interface Turn {
  readonly by: string
  /** Of the last commit that was stored by it. */
  readonly at: string
}

/** What is so after a row of commits: the same for whoever reads the same commits. */
export class BucketState {
  /** Of the last commit that counts in. */
  number = 0
  /** And what it is told from others by. */
  lastId: string | undefined
  /** None where nobody writes. */
  turn: Turn | undefined
  readonly #files = new Map<string, StoredFile>()
  readonly #texts = new Map<string, StoredText>()
  /** A line that was sent twice, as its first reply was lost, counts once. */
  readonly #lists = new Set<string>()
  readonly #decisions = new Set<string>()

  apply({ head, entries }: BucketRecord): void {
    for (const entry of entries) this.#take(entry)
    this.number = head.number
    this.lastId = head.id
    if (head.turn === 'given') this.turn = undefined
    else if (head.by !== undefined) this.turn = { by: head.by, at: head.at ?? '' }
  }

  /** Kept files by path. */
  get files(): readonly StoredFile[] {
    return [...this.#files.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  get texts(): readonly StoredText[] {
    return [...this.#texts.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  get lists(): readonly string[] {
    return [...this.#lists]
  }

  get decisions(): readonly string[] {
    return [...this.#decisions]
  }

  hasLine({ kind, line }: LineEntry): boolean {
    return (kind === 'list' ? this.#lists : this.#decisions).has(line)
  }

  hasText({ path, sha256 }: Pick<StoredText, 'path' | 'sha256'>): boolean {
    return this.#texts.get(path)?.sha256 === sha256
  }

  /** All of it, in an order that depends on nothing else. */
  *entries(): Generator<Entry> {
    for (const line of this.#lists) yield { kind: 'list', line }
    for (const { line } of this.files) yield { kind: 'file', line }
    for (const text of this.texts) yield { kind: 'text', ...text }
    for (const line of this.#decisions) yield { kind: 'decision', line }
  }

  #take(entry: Entry) {
    if (entry.kind === 'list') this.#lists.add(entry.line)
    else if (entry.kind === 'decision') this.#decisions.add(entry.line)
    else if (entry.kind === 'text') this.#texts.set(entry.path, withoutKind(entry))
    else if (entry.kind === 'gone') this.#remove(entry.path)
    else {
      const { path, sha256, bytes } = JSON.parse(entry.line) as StoredFile
      this.#files.set(stemKey(path), { path, sha256, bytes, line: entry.line })
    }
  }

  #remove(path: string) {
    this.#texts.delete(path)
    const key = stemKey(path)
    if (this.#files.get(key)?.path === path) this.#files.delete(key)
  }
}

const withoutKind = ({ path, bytes, sha256 }: StoredText): StoredText => ({ path, bytes, sha256 })
