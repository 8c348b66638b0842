import { readdir, stat } from 'node:fs/promises'
import type { PackageFault, ValidateOptions } from '../fault.ts'

/** The kinds of packages that are judged and unpacked. */
export type KnownPackage = 'bag' | 'object' | 'root' | 'crate' | 'torrent'

/**
 * By what it declares itself, in its folder's own names, or by its ending where it is a torrent; undefined for anything
 * else.
 */
export async function recognisePackage(dir: string): Promise<KnownPackage | undefined> {
  if (dir.endsWith('.torrent') && (await stat(dir).catch(() => undefined))?.isFile())
    return 'torrent'
  const names = await readdir(dir).catch((): string[] => [])
  if (names.includes('bagit.txt')) return 'bag'
  if (names.some((name) => name.startsWith('0=ocfl_object_'))) return 'object'
  if (names.some((name) => name.startsWith('0=ocfl_'))) return 'root'
  return names.includes('ro-crate-metadata.json') ? 'crate' : undefined
}

type Validate = (dir: string, options?: ValidateOptions) => Promise<readonly PackageFault[]>

/** Loaded when needed. */
const validators: Readonly<Record<KnownPackage, () => Promise<Validate>>> = {
  bag: async () => (await import('../bagit/validate/validate-bag.ts')).validateBag,
  object: async () => (await import('../ocfl/validate/validate-object.ts')).validateObject,
  root: async () => (await import('../ocfl/validate/validate-root.ts')).validateRoot,
  crate: async () => (await import('../ro-crate/validate-crate.ts')).validateCrate,
  torrent: async () => (await import('../torrent/validate-torrent.ts')).validateTorrent,
}

export async function validatePackage(
  dir: string,
  kind: KnownPackage,
  options: ValidateOptions,
): Promise<readonly PackageFault[]> {
  return await (await validators[kind]())(dir, options)
}
