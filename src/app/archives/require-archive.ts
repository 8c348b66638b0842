import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { INVENTORY } from '../../archive/inventory/inventory.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** UserError where the folder is no archive. */
export async function requireArchive(dir: string): Promise<void> {
  const found = await stat(join(dir, INVENTORY)).catch(() => undefined)
  if (!found)
    throw new UserError(reason('archive.is-none', { path: dir }), reason('archive.name-into'))
}
