import { isDeepStrictEqual } from 'node:util'
import type { Inventory } from './check-inventory.ts'
import type { VersionBlock } from './check-version-block.ts'
import { versionNumber } from './check-version-names.ts'
import type { Findings } from './findings.ts'

/**
 * Compares the inventory of an earlier version with the object's own (3.7): the same object, the same content folder,
 * the same state of each version that both tell of.
 */
export function compareInventories(
  root: Inventory,
  prior: Inventory,
  version: string,
  file: string,
  findings: Findings,
): void {
  if (prior.id !== undefined && root.id !== undefined && prior.id !== root.id)
    findings.add('E037', file, 'id')
  if (prior.contentDirectory !== root.contentDirectory)
    findings.add(versionNumber(version) === 1 ? 'E019' : 'E020', file, 'contentDirectory')
  for (const [name, block] of prior.versions) {
    const now = root.versions.get(name)
    if (!now || !isSameState(root, now, prior, block))
      findings.add('E066', file, `versions.${name}`)
    else if (!isSameAbout(now, block)) findings.add('W011', file, `versions.${name}`)
  }
}

const isSameAbout = (one: VersionBlock, other: VersionBlock) =>
  one.created === other.created &&
  one.message === other.message &&
  isDeepStrictEqual(one.user, other.user)

/** Digests of two algorithms cannot be compared: then those are the same that name a file in common. */
function isSameState(
  root: Inventory,
  now: VersionBlock,
  prior: Inventory,
  before: VersionBlock,
): boolean {
  const one = byLogicalPath(now)
  const other = byLogicalPath(before)
  if (one.size !== other.size) return false
  for (const [path, digest] of one) {
    const its = other.get(path)
    if (its === undefined) return false
    if (root.digestAlgorithm === prior.digestAlgorithm) {
      if (digest.toLowerCase() !== its.toLowerCase()) return false
    } else if (!shareFile(root, digest, prior, its)) return false
  }
  return true
}

function byLogicalPath({ state }: VersionBlock): ReadonlyMap<string, string> {
  return new Map(
    [...(state ?? [])].flatMap(([digest, paths]) => paths.map((path) => [path, digest])),
  )
}

function shareFile(root: Inventory, digest: string, prior: Inventory, its: string): boolean {
  const files = new Set(prior.manifest.get(its))
  return (root.manifest.get(digest) ?? []).some((path) => files.has(path))
}
