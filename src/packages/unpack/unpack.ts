import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { isError, type PackageFault } from '../fault.ts'
import { placeFile } from '../place-file.ts'
import { refuseOccupied, Staging } from '../staging.ts'
import { type ContentFile, listContent } from './list-content.ts'
import { type KnownPackage, recognisePackage, validatePackage } from './recognise.ts'

export interface UnpackRequest {
  readonly source: string
  /** A folder that is not there yet, or is empty. */
  readonly out: string
  readonly signal: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

export interface Unpacked {
  readonly kind: KnownPackage
  readonly files: number
  readonly bytes: number
  /** What the package might do better. */
  readonly warnings: readonly PackageFault[]
}

/** A package that is judged. UserError where it is none that is known. */
export async function checkPackage(
  source: string,
  options: Pick<UnpackRequest, 'signal' | 'onProgress'>,
): Promise<{ readonly kind: KnownPackage; readonly faults: readonly PackageFault[] }> {
  const kind = await recognisePackage(source)
  if (!kind)
    throw new UserError(
      reason('package.is-none', { path: source }),
      reason('package.kinds-there-are'),
    )
  return { kind, faults: await validatePackage(source, kind, options) }
}

/**
 * Makes an archive again of a package of one. It is judged first, and nothing is written of one that is not as its
 * specification wants it. No link is followed, nothing fetched, and no file leaves the folder. Throws UserError.
 */
export async function unpack(request: UnpackRequest): Promise<Unpacked> {
  const { source, out, signal, onProgress } = request
  const { kind, faults } = await checkPackage(source, request)
  const errors = faults.filter(isError).length
  if (errors > 0)
    throw new UserError(
      reason('package.faulty', { path: source, errors }),
      reason('package.look-at-faults'),
    )
  const files = await listContent(source, kind, signal)
  refuseUnsafe(files)
  if (!files.some(({ path }) => path === 'inventory.jsonl'))
    throw new UserError(
      reason('package.holds-no-archive', { path: source }),
      reason('package.unpack-others-by-hand'),
    )
  await refuseOccupied(out)
  await using staging = await Staging.open(out)
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const { path, from, bytes } of files) {
    onProgress?.(done, total)
    const to = join(staging.dir, path)
    await mkdir(dirname(to), { recursive: true })
    await placeFile(join(source, from), to, { signal })
    done += bytes
  }
  await staging.moveTo(out)
  return { kind, files: files.length, bytes: total, warnings: faults }
}

/** An archive's own state is never taken from elsewhere. */
function refuseUnsafe(files: readonly ContentFile[]): void {
  for (const { path } of files) {
    const names = path.split('/')
    const isBad = names.some((name) => name === '' || name === '.' || name === '..')
    const isForeign = process.platform === 'win32' && /[\\:]/.test(path)
    if (isBad || isForeign || path.includes('\0') || names[0]?.toLowerCase() === '.songkeep')
      throw new UserError(reason('package.unsafe-path', { path }))
  }
}
