import { join } from 'node:path'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { Findings } from '../ocfl/validate/findings.ts'
import { readInventory } from '../ocfl/validate/read-inventory.ts'
import { findObjects } from '../ocfl/validate/validate-root.ts'
import { METADATA, PREVIEW } from '../ro-crate/names.ts'
import { namesIn, type PackageTree, walkPackage } from '../walk-package.ts'
import type { KnownPackage } from './recognise.ts'

/** Where a file of the archive lies in the package. */
export interface ContentFile {
  /** Relative to the archive. */
  readonly path: string
  /** Relative to the package. */
  readonly from: string
  readonly bytes: number
}

/** The files of the archive that a valid package holds; of an OCFL object those of its latest version. */
export async function listContent(
  dir: string,
  kind: KnownPackage,
  signal: AbortSignal,
): Promise<readonly ContentFile[]> {
  // What it names lies beside it, as it is.
  if (kind === 'torrent') return []
  const tree = await walkPackage(dir, signal)
  switch (kind) {
    case 'bag':
      return [...tree.files].flatMap(([from, bytes]) =>
        from.startsWith('data/') ? [{ path: from.slice(5), from, bytes }] : [],
      )
    case 'crate':
      return [...tree.files].flatMap(([path, bytes]) =>
        path === METADATA || path === PREVIEW ? [] : [{ path, from: path, bytes }],
      )
    case 'object':
      return await listObject(dir, '', tree)
    case 'root':
      return await listRoot(dir, tree)
  }
}

async function listRoot(dir: string, tree: PackageTree): Promise<readonly ContentFile[]> {
  const [object, ...others] = findObjects(tree)
  if (!object || others.length > 0) {
    const paths = [object, ...others].flatMap((each) => (each ? [each.path] : []))
    throw new UserError(
      object
        ? reason('package.several-objects', { paths })
        : reason('package.holds-no-archive', { path: dir }),
      object && reason('package.name-one-object'),
    )
  }
  const inner = await walkPackage(join(dir, object.path))
  return await listObject(join(dir, object.path), `${object.path}/`, inner)
}

async function listObject(
  dir: string,
  start: string,
  tree: PackageTree,
): Promise<readonly ContentFile[]> {
  const directories = new Set(namesIn(tree.folders, ''))
  const { inventory } = (await readInventory(dir, '', tree, directories, new Findings())) ?? {}
  const { state } = inventory?.versions.get(inventory.head ?? '') ?? {}
  return [...(state ?? [])].flatMap(([digest, paths]) => {
    const [from = ''] = inventory?.manifest.get(digest) ?? []
    const bytes = tree.files.get(from) ?? 0
    return paths.map((path) => ({ path, from: `${start}${from}`, bytes }))
  })
}
