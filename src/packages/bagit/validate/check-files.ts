import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readOnce } from '../../../base/read-once.ts'
import { reason } from '../../../model/reason.ts'
import type { ValidateOptions } from '../../fault.ts'
import { nodeDigest } from '../names.ts'
import type { Bag } from './bag.ts'
import type { Manifest } from './read-manifest.ts'

/**
 * Compares the files of a bag with all manifests that name them, each read once. `wanted` has the addresses of files
 * that were to be fetched. Only files that lie in the bag are opened.
 */
export async function checkFiles(
  bag: Bag,
  manifests: readonly Manifest[],
  wanted: ReadonlyMap<string, string>,
  { signal, onProgress }: ValidateOptions,
): Promise<void> {
  const expected = collect(bag, manifests, wanted)
  const sizes = bag.tree.files
  const total = [...expected.keys()].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0)
  let done = 0
  for (const [path, all] of expected) {
    onProgress?.(done, total)
    const names = new Set(all.map(({ algorithm }) => algorithm))
    const hashes = [...names].map((name) => ({ name, hash: createHash(nodeDigest(name) ?? name) }))
    const sinks = hashes.map(({ hash }) => ({
      write: (bytes: Uint8Array) => void hash.update(bytes),
    }))
    await readOnce(join(bag.dir, path), sinks, { noFollow: true, signal })
    const found = new Map(hashes.map(({ name, hash }) => [name, hash.digest('hex')]))
    for (const { algorithm, digest, manifest } of all)
      if (found.get(algorithm) !== digest)
        bag.error(path, reason('bag.digest-differs', { manifest }))
    done += sizes.get(path) ?? 0
  }
}

interface Expected {
  readonly algorithm: string
  readonly digest: string
  readonly manifest: string
}

/** By the name that a file has in the bag: it may be composed otherwise than in the manifest. */
function collect(
  bag: Bag,
  manifests: readonly Manifest[],
  wanted: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Expected[]> {
  const composed = new Map([...bag.tree.files.keys()].map((path) => [path.normalize('NFC'), path]))
  const expected = new Map<string, Expected[]>()
  for (const { file: manifest, algorithm, digests } of manifests)
    for (const [name, digest] of digests) {
      const path = bag.tree.files.has(name) ? name : composed.get(name.normalize('NFC'))
      if (path === undefined) {
        const url = wanted.get(name)
        const why = url === undefined ? reason('bag.file-missing', { manifest }) : undefined
        bag.error(name, why ?? reason('bag.file-not-fetched', { url: url ?? '' }))
        continue
      }
      if (path !== name) bag.warn(path, reason('bag.name-composed-otherwise', { name }))
      const all = expected.get(path) ?? []
      if (nodeDigest(algorithm) !== undefined) all.push({ algorithm, digest, manifest })
      expected.set(path, all)
    }
  return expected
}
