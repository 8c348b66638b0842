import { createHash } from 'node:crypto'
import { parseJson } from '../../../base/json.ts'
import { decodeUtf8, readPackageBytes, readPackageText } from '../../read-text.ts'
import type { PackageTree } from '../../walk-package.ts'
import { checkInventory, type Inventory } from './check-inventory.ts'
import type { Findings } from './findings.ts'
import { isObject } from './json-values.ts'

export const INVENTORY = 'inventory.json'

export interface ReadInventory {
  /** Its path in the object. */
  readonly file: string
  /** SHA-512 of its bytes: two inventories are the same when these are. */
  readonly digest: string
  readonly inventory: Inventory | undefined
}

/** Reads an inventory of an object, with its sidecar (3.5, 3.6). `folder` is empty for the object's root. */
export async function readInventory(
  dir: string,
  folder: string,
  tree: PackageTree,
  directories: ReadonlySet<string>,
  findings: Findings,
): Promise<ReadInventory | undefined> {
  const file = folder === '' ? INVENTORY : `${folder}/${INVENTORY}`
  const size = tree.files.get(file)
  if (size === undefined) return undefined
  const bytes = await readPackageBytes(dir, file, size)
  const value = bytes && parseJson(decodeUtf8(bytes))
  if (!bytes || value === undefined) {
    findings.add('E033', file)
    return { file, digest: '', inventory: undefined }
  }
  await checkSidecar(dir, file, bytes, value, tree, findings)
  const digest = createHash('sha512').update(bytes).digest('hex')
  return { file, digest, inventory: checkInventory(value, directories, findings, file) }
}

const ALGORITHMS = ['sha512', 'sha256', 'md5', 'sha1', 'blake2b-512']

async function checkSidecar(
  dir: string,
  file: string,
  bytes: Uint8Array,
  value: unknown,
  tree: PackageTree,
  findings: Findings,
): Promise<void> {
  const named = isObject(value) ? value.digestAlgorithm : undefined
  const algorithm = named === 'sha256' || named === 'sha512' ? named : undefined
  // Of another algorithm it is told already that it may not be used.
  if (named !== undefined && algorithm === undefined) return
  const sidecar = `${file}.${algorithm ?? 'sha512'}`
  const size = tree.files.get(sidecar)
  if (size === undefined) {
    const others = ALGORITHMS.some((other) => tree.files.has(`${file}.${other}`))
    findings.add(others && algorithm ? 'E059' : 'E058', file)
    return
  }
  const text = await readPackageText(dir, sidecar, size)
  const given = /^([0-9a-f]+)[ \t]+inventory\.json\s*$/i.exec(text ?? '')?.[1]
  const digest = createHash(algorithm ?? 'sha512')
    .update(bytes)
    .digest('hex')
  if (given === undefined) findings.add('E061', sidecar)
  else if (digest !== given.toLowerCase()) findings.add('E060', sidecar)
}
