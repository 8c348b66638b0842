import { join } from 'node:path'
import { openArchive } from '../../../archive/archive.ts'
import { INVENTORY } from '../../../archive/inventory/inventory.ts'
import { look } from '../../../base/inside.ts'
import { asStorageError } from '../../../base/storage.ts'
import type { ArchivedFile } from '../../../model/archived-file.ts'
import { type Figures, measureFigures } from '../../../model/pictures/figures.ts'
import { type Reason, textReason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { sourceOf } from '../../backups/rows.ts'
import { stampOf } from './stamp.ts'

/** What the page needs of an inventory. */
export interface ReadInventory {
  readonly all: ReadonlyMap<string, Pick<ArchivedFile, 'path' | 'bytes' | 'sha256' | 'durationMs'>>
  /** What its pictures are drawn from; absent where it cannot be opened. */
  readonly figures?: Figures
  /** What was wrong with it, and what was done about it. */
  readonly troubles: readonly Reason[]
}

/** Inventories as they were read last, while their files have not changed. */
export class InventoryCache {
  readonly #read = new Map<string, ReadInventory & { readonly stamp: string }>()

  /** Throws UserError where the archive cannot be opened. */
  async read(dir: string): Promise<ReadInventory> {
    const stamp = await stampOf(join(dir, INVENTORY)).catch(() => undefined)
    const known = this.#read.get(dir)
    if (known && known.stamp === stamp) return known
    await using archive = await openArchive(dir, { readOnly: true })
    const files = archive.list()
    const all = new Map(
      files.map(
        ({ path, bytes, sha256, durationMs }) =>
          [path, { path, bytes, sha256, durationMs }] as const,
      ),
    )
    const figures = measureFigures(
      files.map((file) => ({
        artists: file.track.artists,
        year: file.track.year,
        isKept: true,
        source: sourceOf(file),
      })),
    )
    const read = { all, figures, troubles: archive.notes }
    if (stamp !== undefined) this.#read.set(dir, { ...read, stamp })
    return read
  }

  /** An archive that cannot be opened has no files that are known, and the reason for it. */
  async examine(dir: string): Promise<ReadInventory> {
    try {
      return await this.read(dir)
    } catch (error) {
      const isGone = !(await look(dir))
      return { all: new Map(), troubles: isGone ? [] : reasonsOf(error) }
    }
  }
}

function reasonsOf(error: unknown): readonly Reason[] {
  const told = asStorageError(error)
  if (!(told instanceof UserError)) return [textReason(String(told))]
  return told.advice ? [told.reason, told.advice] : [told.reason]
}
