import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../base/file.ts'
import { type Reason, reason, reasonOf } from '../model/reason.ts'
import type { PackageContents, PackageFile } from './package-contents.ts'
import type { PackEvent } from './packer.ts'
import { type Digests, type PlaceOptions, placeFile, removePlaced } from './place-file.ts'

export type PlacedFile = PackageFile & Digests

/**
 * Puts all files of an archive under a folder, in their order, and tells what is left out: what is missing, is not as
 * it was kept, cannot be read, or is not the archive's. `placed` takes the others, with the digests of what was put there.
 */
export async function* placeContents(
  contents: PackageContents,
  folder: string,
  options: PlaceOptions,
  placed: PlacedFile[],
): AsyncGenerator<PackEvent> {
  yield* tellLeftOut(contents)
  const total = contents.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const file of contents.files) {
    yield { kind: 'progress', done, total }
    const result = await place(file, folder, options)
    if ('code' in result) yield { kind: 'left-out', path: file.path, reason: result }
    else placed.push(result)
    done += file.bytes
  }
}

/** What could not even be tried. */
export function* tellLeftOut({ missing, foreign }: PackageContents): Generator<PackEvent> {
  for (const { path } of missing)
    yield { kind: 'left-out', path, reason: reason('package.file-missing') }
  for (const path of foreign)
    yield { kind: 'left-out', path, reason: reason('package.not-of-the-archive') }
}

async function place(
  file: PackageFile,
  folder: string,
  options: PlaceOptions,
): Promise<PlacedFile | Reason> {
  const to = join(folder, file.path)
  await mkdir(dirname(to), { recursive: true })
  try {
    const digests = await placeFile(file.place, to, options)
    if (isAsKept(file, digests)) return { ...file, ...digests }
    await removePlaced(to, folder)
    return reason('package.file-not-as-kept')
  } catch (error) {
    if (options.signal?.aborted || !isOfSource(error, file)) throw error
    return reasonOf(error)
  }
}

export const isAsKept = (file: PackageFile, { sha256, bytes }: Digests): boolean =>
  file.kind !== 'recording' || (file.kept.sha256 === sha256 && file.kept.bytes === bytes)

/** Whether what failed was the archive's file: it went away, or may not be read. */
export function isOfSource(error: unknown, { place: source }: PackageFile): boolean {
  const isOfPath = error instanceof Error && 'path' in error && error.path === source
  return isOfPath && ['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'EIO'].includes(codeOf(error) ?? '')
}
