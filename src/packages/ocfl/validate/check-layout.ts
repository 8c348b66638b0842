import { namesIn, type PackageTree } from '../../walk-package.ts'
import { isRegisteredExtension } from '../extensions.ts'
import { isNamaste } from './check-declaration.ts'
import type { Inventory } from './check-inventory.ts'
import { versionNumber } from './check-version-names.ts'
import type { Findings } from './findings.ts'
import { INVENTORY, type ReadInventory } from './read-inventory.ts'

/** What lies directly in an object's root (3.1, 3.8, 3.9). */
export function checkObjectRoot(
  tree: PackageTree,
  inventory: Inventory | undefined,
  findings: Findings,
): void {
  for (const name of namesIn(tree.files.keys(), ''))
    if (!isNamaste(name) && !isInventoryName(name)) findings.add('E001', name)
  for (const name of namesIn(tree.folders, '')) {
    if (name === 'logs') continue
    if (name === 'extensions') checkExtensions(tree, findings)
    else if (versionNumber(name) === undefined) findings.add('E001', name)
    else if (inventory && inventory.versions.size > 0 && !inventory.versions.has(name))
      findings.add('E046', name)
  }
  for (const path of tree.odd) findings.add('E090', path)
}

function checkExtensions(tree: PackageTree, findings: Findings): void {
  for (const name of namesIn(tree.files.keys(), 'extensions')) findings.add('E067', name)
  for (const name of namesIn(tree.folders, 'extensions'))
    if (!isRegisteredExtension(name)) findings.add('W013', `extensions/${name}`)
}

const isInventoryName = (name: string) =>
  name === INVENTORY || /^inventory\.json\.(?:sha512|sha256|md5|sha1|blake2b-512)$/.test(name)

/** What lies directly in a version's folder, and what its content folder may not hold (3.3). */
export function checkVersionFolder(
  name: string,
  tree: PackageTree,
  contentDirectory: string,
  findings: Findings,
): void {
  for (const file of namesIn(tree.files.keys(), name))
    if (!isInventoryName(file)) findings.add('E015', `${name}/${file}`)
  for (const folder of namesIn(tree.folders, name))
    if (folder !== contentDirectory) findings.add('W002', `${name}/${folder}`)
  const content = `${name}/${contentDirectory}`
  for (const folder of tree.empty) {
    if (folder === content) findings.add('W003', folder)
    else if (folder.startsWith(`${content}/`)) findings.add('E024', folder)
  }
}

/** Each file of the versions that an inventory tells of stands in its manifest (E023). */
export function checkCoverage(
  { file, inventory }: ReadInventory,
  tree: PackageTree,
  findings: Findings,
): void {
  if (!inventory) return
  const named = new Set([...inventory.manifest.values()].flat())
  for (const path of tree.files.keys()) {
    const [version = '', folder] = path.split('/')
    if (!inventory.versions.has(version) || folder !== inventory.contentDirectory) continue
    if (!named.has(path)) findings.add('E023', path, file)
  }
}
