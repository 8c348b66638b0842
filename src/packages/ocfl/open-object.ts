import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { readPackageText } from '../read-text.ts'
import { walkPackage } from '../walk-package.ts'
import { sha512 } from './layout.ts'
import type { Inventory } from './validate/check-inventory.ts'
import { versionNumber } from './validate/check-version-names.ts'
import { Findings } from './validate/findings.ts'
import { INVENTORY, readInventory } from './validate/read-inventory.ts'
import { writeSidecar } from './write-inventory.ts'

/**
 * Reads the inventory of an object that gets a further version, and finishes what a killed run has left: a version
 * whose folder is there and which the object's inventory does not know yet. UserError where the inventory cannot be
 * trusted. `temporary`: where unfinished files go.
 */
export async function openObject(dir: string, temporary: string): Promise<Inventory> {
  await finishVersion(dir, temporary)
  const findings = new Findings()
  const read = await readInventory(dir, '', await walkTop(dir), new Set(), findings)
  const errors = findings.faults.filter(({ severity }) => severity === 'error')
  if (!read?.inventory || errors.length > 0)
    throw new UserError(
      reason('package.object-broken', { path: dir }),
      reason('package.check-object'),
    )
  return read.inventory
}

async function finishVersion(dir: string, temporary: string): Promise<void> {
  const numbers = (await readdir(dir)).map((name) => versionNumber(name) ?? 0)
  const head = `v${Math.max(0, ...numbers)}`
  const [own, latest] = [
    await readText(dir, INVENTORY),
    await readText(dir, `${head}/${INVENTORY}`),
  ]
  const sidecar = await readText(dir, `${INVENTORY}.sha512`)
  if (latest === undefined || (own === latest && sidecar === writeSidecar(sha512(latest)))) return
  // Only a version that was written to its end, and follows what is there, is taken for the object's.
  if ((await readText(dir, `${head}/${INVENTORY}.sha512`)) !== writeSidecar(sha512(latest))) return
  if (headOf(latest) !== head || (own !== latest && !isNext(own, head))) return
  await installInventory(dir, latest, temporary)
}

/** Makes an inventory the object's own. The sidecar is last (E062). */
export async function installInventory(dir: string, text: string, temporary: string) {
  await writeAtomic(join(dir, INVENTORY), text, join(temporary, 'inventory'))
  await writeAtomic(
    join(dir, `${INVENTORY}.sha512`),
    writeSidecar(sha512(text)),
    join(temporary, 'sidecar'),
  )
}

function headOf(text: string | undefined): unknown {
  try {
    return (JSON.parse(text ?? '') as { head?: unknown }).head
  } catch {
    return undefined
  }
}

const isNext = (own: string | undefined, head: string) =>
  headOf(own) === `v${(versionNumber(head) ?? 0) - 1}`

async function readText(dir: string, path: string): Promise<string | undefined> {
  return await readPackageText(dir, path).catch(() => undefined)
}

/** Names and sizes at the object's top alone: its content may be large. */
async function walkTop(dir: string) {
  return await walkPackage(dir, undefined, 0)
}
