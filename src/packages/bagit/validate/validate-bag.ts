import { reason } from '../../../model/reason.ts'
import type { PackageFault, ValidateOptions } from '../../fault.ts'
import { namesIn, walkPackage } from '../../walk-package.ts'
import { nodeDigest } from '../names.ts'
import { Bag } from './bag.ts'
import { checkDeclaration } from './check-declaration.ts'
import { checkFiles } from './check-files.ts'
import { checkInfo } from './check-info.ts'
import { readFetch } from './read-fetch.ts'
import { type Manifest, payloadManifest, readManifest, tagManifest } from './read-manifest.ts'

/** Judges a bag by RFC 8493, one of an earlier version (0.93 to 0.97) by its own rules. Nothing is fetched or written. */
export async function validateBag(
  dir: string,
  options: ValidateOptions = {},
): Promise<readonly PackageFault[]> {
  const bag = new Bag(dir, await walkPackage(dir, options.signal))
  await checkDeclaration(bag)
  for (const path of bag.tree.odd) bag.error(path, reason('bag.link'))
  if (!bag.tree.folders.has('data')) bag.error('', reason('bag.no-payload'))
  const payload = await readAll(bag, payloadManifest, (path) => path.startsWith('data/'))
  if (payload.length === 0) bag.error('', reason('bag.no-manifest'))
  const isTag = (path: string) => !path.startsWith('data/') && tagManifest(path) === undefined
  const tags = await readAll(bag, tagManifest, isTag)
  checkCoverage(bag, payload)
  checkTagManifests(bag, tags)
  await checkInfo(bag)
  const wanted = await readFetch(bag)
  await checkFiles(bag, [...payload, ...tags], wanted, options)
  return bag.faults
}

async function readAll(
  bag: Bag,
  algorithmOf: (name: string) => string | undefined,
  mayName: (path: string) => boolean,
): Promise<readonly Manifest[]> {
  const manifests: Manifest[] = []
  for (const file of namesIn(bag.tree.files.keys(), '')) {
    const name = algorithmOf(file)
    if (name === undefined) continue
    manifests.push(await readManifest(bag, file, name, mayName))
    if (nodeDigest(name) === undefined) bag.warn(file, reason('bag.algorithm-unknown', { name }))
  }
  // Nothing can be said of files for which no known algorithm has a digest.
  if (manifests.length > 0 && !manifests.some(({ algorithm }) => nodeDigest(algorithm)))
    for (const { file, algorithm: name } of manifests)
      bag.error(file, reason('bag.algorithm-unknown', { name }))
  return manifests
}

/** From 1.0 on each manifest names every file of the payload; before, one of them has to. */
function checkCoverage(bag: Bag, manifests: readonly Manifest[]): void {
  const names = manifests.map(
    ({ digests }) => new Set([...digests.keys()].map((name) => name.normalize('NFC'))),
  )
  for (const path of bag.tree.files.keys()) {
    if (!path.startsWith('data/')) continue
    const lacking = manifests.filter((_, at) => !names[at]?.has(path.normalize('NFC')))
    if (bag.isStrict || lacking.length === manifests.length)
      for (const { file } of lacking)
        bag.error(path, reason('bag.file-not-listed', { manifest: file }))
  }
}

/** From 1.0 on, all tag manifests name the same files (RFC 8493, 2.2.1). */
function checkTagManifests(bag: Bag, [first, ...others]: readonly Manifest[]): void {
  if (!bag.isStrict || !first) return
  for (const { file, digests } of others) {
    const isSame =
      digests.size === first.digests.size &&
      [...digests.keys()].every((name) => first.digests.has(name))
    if (!isSame) bag.error(file, reason('bag.tag-manifests-differ'))
  }
}
