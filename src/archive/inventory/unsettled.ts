import type { ArchivedFile } from '../../model/archived-file.ts'
import type { LineIndex } from './line-index.ts'
import type { SealedInventory } from './sealed.ts'

/** An inventory that its index files fit to. */
export interface Settled {
  readonly sealed: SealedInventory
  /** None where it has lines that cannot be read. */
  readonly index: LineIndex | undefined
}

/** One line in so many may be out of order before all are sorted: so each addition costs so many lines on average. */
const SORTED_PER_LOOSE = 8

/**
 * What has changed in an inventory since its index files were written, and whether they can simply be added to. To sort
 * all lines at each checkpoint would make one addition as dear as all before it together.
 */
export class Unsettled {
  /** Lines out of their order, and lines that count for nothing. */
  #loose: number
  #changes = 1
  #mustSort = false
  #replaces = false
  /** New ones by path, since the index files were written: their lines are in the inventory. */
  readonly #added = new Map<string, ArchivedFile>()
  /** By path: their lines are in no file yet. */
  readonly #remembered = new Map<string, ArchivedFile>()
  /** The inventory as it was when the index files were written; absent where they do not fit together. */
  #settled: Settled | undefined

  constructor(loose: number) {
    this.#loose = loose
  }

  get loose(): number {
    return this.#loose
  }

  get hasChanges(): boolean {
    return this.#changes > 0
  }

  get added(): readonly ArchivedFile[] {
    return [...this.#added.values()]
  }

  /** True where a line of the manifests is not right any more. */
  get replaces(): boolean {
    return this.#replaces
  }

  /** The inventory that lines can be added behind; undefined where it is to be sorted first. */
  settledFor(files: number): Settled | undefined {
    const isSorted = this.#loose * SORTED_PER_LOOSE < files
    return isSorted && !this.#mustSort ? this.#settled : undefined
  }

  noteLine(file: ArchivedFile, before: ArchivedFile | undefined) {
    this.#changes++
    this.#loose += before ? 2 : 1
    if (before && !this.#added.delete(before.path)) this.#replaces = true
    if (before) this.#remembered.delete(before.path)
    this.#added.set(file.path, file)
  }

  noteRemembered(file: ArchivedFile, before: ArchivedFile | undefined) {
    this.#changes++
    this.#loose += 2
    if (this.#added.has(file.path)) this.#added.set(file.path, file)
    else if (file.sha512 !== before?.sha512) this.#replaces = true
    this.#remembered.set(file.path, file)
  }

  /** A line has to go, or the index files are other than they should be: the next checkpoint writes all anew. */
  noteStale() {
    this.#changes++
    this.#mustSort = true
  }

  takeRemembered(): readonly ArchivedFile[] {
    const files = [...this.#remembered.values()]
    this.#remembered.clear()
    return files
  }

  /** The index files are about to be written: until they are, they fit together no more. */
  begin() {
    this.#settled = undefined
  }

  /** They are as the inventory is; `sorted` where that was written anew. */
  finish(settled: Settled, sorted: boolean) {
    this.#settled = settled
    this.#changes = 0
    this.#replaces = false
    this.#added.clear()
    this.#remembered.clear()
    if (!sorted) return
    this.#loose = 0
    this.#mustSort = false
  }
}
