import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import type { ArchivePaths } from '../files/paths.ts'
import type { Checkpoint } from './checkpoint.ts'
import { INVENTORY, Inventory } from './inventory.ts'
import { readLineIndex } from './line-index-file.ts'
import { Manifests } from './manifest-files.ts'
import { SealedInventory } from './sealed.ts'
import { UnreadLines } from './unread-lines.ts'
import type { Settled } from './unsettled.ts'

/** A larger one is read line by line: this one is held in memory as it stands. */
const MAX_HELD_BYTES = 2 ** 31

/** An inventory whose lines are read when they are asked for. */
export interface SettledInventory extends Settled {
  readonly inventory: Inventory
}

/**
 * The inventory where it is just as the last checkpoint left it, by its size and digest, and there is an index made for
 * it then: nothing has to be mended, and no line read. Undefined otherwise.
 */
export async function openSettled(
  checkpoint: Checkpoint | undefined,
  paths: ArchivePaths,
): Promise<SettledInventory | undefined> {
  if (checkpoint?.sha256 === undefined) return undefined
  const { bytes, sha256 } = checkpoint
  if (bytes === 0 || bytes > MAX_HELD_BYTES) return undefined
  const place = join(paths.root, INVENTORY)
  const found = await look(place)
  if (!found?.isFile() || found.size !== bytes) return undefined
  const known = await readLineIndex(checkpoint, paths)
  if (!known) return undefined
  const { index, manifests, loose } = known
  const held = Buffer.allocUnsafe(bytes)
  const sealed = await SealedInventory.readInto(held, place, paths.signal)
  if (sealed.bytes !== bytes || sealed.sha256 !== sha256) return undefined
  const inventory = new Inventory(paths.root, [], loose, new UnreadLines(held, index))
  new Manifests(inventory, paths).sizes = manifests
  return { inventory, sealed, index }
}
