import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CHECKPOINT } from '../../archive/inventory/checkpoint.ts'
import { INVENTORY } from '../../archive/inventory/inventory.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** UserError where the folder is no archive; one that has lost its inventory is one. */
export async function requireArchive(dir: string): Promise<void> {
  const known = [INVENTORY, CHECKPOINT].map((name) => stat(join(dir, name)).catch(() => undefined))
  if ((await Promise.all(known)).every((found) => found === undefined))
    throw new UserError(reason('archive.is-none', { path: dir }), reason('archive.name-into'))
}
