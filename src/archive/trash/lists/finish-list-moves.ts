import type { ArchivePaths } from '../../files/paths.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { carryBack } from './bring-lists-back.ts'
import { findUnfinishedMoves } from './list-trash.ts'
import { type ChangedParts, carryAway, overlookCarried } from './set-lists-aside.ts'

/** Finishes what a killed run had begun with lists: those that were to go are gone, those that were to come are back. */
export async function finishListMoves(parts: ChangedParts): Promise<void> {
  for (const { place, record, way } of await findUnfinishedMoves(parts.paths))
    if (way === 'back') await carryBack(place, record, parts)
    else await carryAway(place, record, parts)
}

/** For looking only: the lines of files that have gone to the trash already do not count. */
export async function overlookListMoves(inventory: Inventory, paths: ArchivePaths): Promise<void> {
  for (const { record } of await findUnfinishedMoves(paths))
    await overlookCarried(record, inventory, paths)
}
