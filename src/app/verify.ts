import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from '../archive/archive.ts'
import { INVENTORY } from '../archive/inventory.ts'
import type { Finding } from '../archive/verify.ts'
import { UserError } from '../model/errors.ts'

/** Reads every file of an archive anew and compares it with what was kept; writes nothing. */
export async function* verifyArchive(dir: string, signal: AbortSignal): AsyncGenerator<Finding> {
  const found = await stat(join(dir, INVENTORY)).catch(() => undefined)
  if (!found)
    throw new UserError(`${dir} is no archive.`, 'Name the folder that was given to --into.')
  await using archive = await openArchive(dir, { readOnly: true, signal })
  yield* archive.verify()
}
