import type { PackageFault, ValidateOptions } from '../../fault.ts'
import { namesIn, type PackageTree, walkPackage } from '../../walk-package.ts'
import { checkContent } from './check-content.ts'
import { checkDeclaration, objectDeclaration } from './check-declaration.ts'
import { checkCoverage, checkObjectRoot, checkVersionFolder } from './check-layout.ts'
import { versionNumber } from './check-version-names.ts'
import { compareInventories } from './compare-inventories.ts'
import { Findings } from './findings.ts'
import { type ReadInventory, readInventory } from './read-inventory.ts'

/** Judges an OCFL object by the rules of OCFL 1.1 (and 1.0). All that is wrong is told; nothing is written. */
export async function validateObject(
  dir: string,
  options: ValidateOptions = {},
): Promise<readonly PackageFault[]> {
  const findings = new Findings()
  const tree = await walkPackage(dir, options.signal)
  const version = await checkDeclaration(dir, tree, objectDeclaration, findings)
  const directories = new Set(namesIn(tree.folders, ''))
  const root = await readInventory(dir, '', tree, directories, findings)
  if (!root) findings.add('E063')
  // A folder that declares nothing and has no inventory is no object, whatever else lies in it.
  if (!root && findings.has('E003')) return findings.faults
  checkObjectRoot(tree, root?.inventory, findings)
  if (root?.inventory) {
    if (version !== undefined && root.inventory.specification !== undefined)
      if (root.inventory.specification !== version) findings.add('E038', root.file, 'type')
    await checkVersions(dir, root, tree, directories, findings, options)
  }
  return findings.faults
}

/** Where these are broken, an inventory does not tell which file is meant: the files cannot be judged by it. */
const AMBIGUOUS = ['E011', 'E012', 'E013', 'E017', 'E018', 'E025', 'E099', 'E100', 'E108'] as const

async function checkVersions(
  dir: string,
  root: ReadInventory,
  tree: PackageTree,
  directories: ReadonlySet<string>,
  findings: Findings,
  options: ValidateOptions,
): Promise<void> {
  const { inventory } = root
  if (!inventory) return
  const names = [...inventory.versions.keys()]
    .filter((name) => versionNumber(name) !== undefined)
    .toSorted((a, b) => (versionNumber(a) ?? 0) - (versionNumber(b) ?? 0))
  const all: ReadInventory[] = [root]
  let specification = ''
  for (const name of names) {
    if (!directories.has(name)) {
      if (!findings.has('E001')) findings.add('E010', name)
      continue
    }
    checkVersionFolder(name, tree, inventory.contentDirectory, findings)
    const read = await readInventory(dir, name, tree, directories, findings)
    if (!read) findings.add('W010', name)
    else all.push(read)
    const own = read?.inventory
    if (!own) continue
    if (name === names.at(-1)) {
      if (read.digest !== root.digest && inventory.head === name) findings.add('E064', read.file)
    } else {
      if (own.head !== name) findings.add('E040', read.file, 'head')
      compareInventories(inventory, own, name, read.file, findings)
    }
    if (own.specification !== undefined) {
      if (own.specification < specification) findings.add('E103', read.file, 'type')
      specification = own.specification
    }
  }
  if (findings.has(...AMBIGUOUS)) return
  for (const each of all) checkCoverage(each, tree, findings)
  await checkContent(dir, all, tree, findings, options)
}
