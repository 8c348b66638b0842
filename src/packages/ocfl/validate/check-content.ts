import { join } from 'node:path'
import { readOnce } from '../../../base/read-once.ts'
import type { OcflRule } from '../../../model/preserve/packages/ocfl-rules.ts'
import type { ValidateOptions } from '../../fault.ts'
import type { PackageTree } from '../../walk-package.ts'
import { type DigestName, startDigest } from '../digests.ts'
import type { Findings } from './findings.ts'
import type { ReadInventory } from './read-inventory.ts'

/** What a content path's digest has to be, and the rule that says so. */
interface Expected {
  readonly digest: string
  readonly rule: OcflRule
  readonly file: string
}

type ExpectedDigests = Map<DigestName, Expected[]>

/**
 * Compares the files of an object with what all of its inventories say of them, each read once for all digests (E092,
 * E093). Only files that lie in the object are ever opened.
 */
export async function checkContent(
  dir: string,
  inventories: readonly ReadInventory[],
  tree: PackageTree,
  findings: Findings,
  { signal, onProgress }: ValidateOptions,
): Promise<void> {
  const expected = collect(inventories)
  const there: [path: string, digests: ExpectedDigests, bytes: number][] = []
  for (const [path, digests] of expected) {
    const bytes = tree.files.get(path)
    if (bytes !== undefined) there.push([path, digests, bytes])
    else for (const { rule, file } of [...digests.values()].flat()) findings.add(rule, path, file)
  }
  const total = there.reduce((sum, [, , bytes]) => sum + bytes, 0)
  let done = 0
  for (const [path, digests, bytes] of there) {
    onProgress?.(done, total)
    await checkFile(dir, path, digests, findings, signal)
    done += bytes
  }
}

function collect(inventories: readonly ReadInventory[]): ReadonlyMap<string, ExpectedDigests> {
  const all = new Map<string, ExpectedDigests>()
  const add = (path: string, algorithm: DigestName, expected: Expected) => {
    const ofPath: ExpectedDigests = all.get(path) ?? new Map()
    all.set(path, ofPath)
    ofPath.set(algorithm, [...(ofPath.get(algorithm) ?? []), expected])
  }
  const seen = new Set<string>()
  for (const { inventory, file, digest: of } of inventories) {
    // The root's inventory is that of its last version once more.
    if (!inventory || seen.has(of)) continue
    seen.add(of)
    for (const [digest, paths] of inventory.manifest)
      for (const path of paths)
        add(path, inventory.digestAlgorithm, { digest: digest.toLowerCase(), rule: 'E092', file })
    for (const [algorithm, block] of inventory.fixity)
      for (const [digest, paths] of block)
        for (const path of paths)
          add(path, algorithm, { digest: digest.toLowerCase(), rule: 'E093', file })
  }
  return all
}

async function checkFile(
  dir: string,
  path: string,
  expected: ExpectedDigests,
  findings: Findings,
  signal: AbortSignal | undefined,
): Promise<void> {
  const started = [...expected].map(([algorithm, all]) => ({ all, hash: startDigest(algorithm) }))
  const sinks = started.map(({ hash }) => ({
    write: (bytes: Uint8Array) => void hash.update(bytes),
  }))
  await readOnce(join(dir, path), sinks, { noFollow: true, signal })
  for (const { all, hash } of started) {
    const found = hash.digest('hex')
    for (const { digest, rule, file } of all) if (digest !== found) findings.add(rule, path, file)
  }
}
