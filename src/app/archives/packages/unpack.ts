import type { PackageFault } from '../../../packages/fault.ts'
import { type KnownPackage, recognisePackage } from '../../../packages/unpack/recognise.ts'
import {
  checkPackage,
  type Unpacked,
  type UnpackRequest,
  unpack,
} from '../../../packages/unpack/unpack.ts'

/** Whether a folder declares itself a package of a kind that is known. */
export const isPackage = async (dir: string): Promise<boolean> =>
  (await recognisePackage(dir)) !== undefined

export interface CheckedPackage {
  readonly kind: KnownPackage
  readonly faults: readonly PackageFault[]
}

/** Judges a package by its specification. UserError where the folder is none. */
export function checkPackageAt(
  dir: string,
  options: Pick<UnpackRequest, 'signal' | 'onProgress'>,
): Promise<CheckedPackage> {
  return checkPackage(dir, options)
}

/** Makes an archive again of a package of one. */
export function unpackArchive(request: UnpackRequest): Promise<Unpacked> {
  return unpack(request)
}
