import { readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { codeOf } from '../../base/file.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { isWhole } from './fetch-file.ts'
import { type Generation, type PublishedFile, sizeOf } from './generation.ts'
import type { FetchState } from './state.ts'

export interface FetchPlan {
  /** Not there, or not as they are to be. */
  readonly missing: readonly PublishedFile[]
  /** Of the whole catalogue, in bytes. */
  readonly bytes: number
  /** Of what is missing; what an earlier run that was stopped has of it is not counted out. */
  readonly missingBytes: number
}

/** What of a generation is to be fetched. A file that was fetched is there as it was; `check` reads it again. */
export async function planFetch(
  folder: string,
  generation: Generation,
  current: FetchState['current'],
  check: boolean,
  signal: AbortSignal,
): Promise<FetchPlan> {
  const known = new Map(current?.files.map((file) => [`${file.build}/${file.name}`, file]))
  const missing: PublishedFile[] = []
  for (const file of generation.files) {
    const path = join(folder, file.build, file.name)
    const size = await sizeAt(path)
    const isKnown = isDeepStrictEqual(known.get(`${file.build}/${file.name}`), file)
    const isThere =
      size === file.bytes &&
      ((isKnown && !check) || (await isWhole(path, file, generation.pieceBytes, signal)))
    if (!isThere) missing.push(file)
  }
  return { missing, bytes: sizeOf(generation), missingBytes: sizeOf({ files: missing }) }
}

/** UserError where the disk has no room for what is missing: it is asked before anything is fetched. */
export async function requireRoom(folder: string, work: string, plan: FetchPlan): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const begun = await Promise.all(plan.missing.map((file) => sizeAt(workPath(work, file))))
  const needed = plan.missingBytes - begun.reduce<number>((sum, size = 0) => sum + size, 0)
  const free = bavail * bsize
  if (needed > free)
    throw new UserError(
      reason('catalogue.no-room', { folder, bytes: needed, free }),
      reason('storage.make-room'),
    )
}

/** Removes what was begun and is not wanted any more. */
export async function tidyWork(work: string, { missing }: FetchPlan): Promise<void> {
  const wanted = new Set(missing.map((file) => workPath(work, file)))
  for (const name of await readdir(work))
    if (name.endsWith(PART) && !wanted.has(join(work, name))) await rm(join(work, name))
}

const PART = '.part'

/** Where a file lies until it is whole. */
export const workPath = (work: string, { build, name }: PublishedFile) =>
  join(work, `${build}-${name}${PART}`)

async function sizeAt(path: string): Promise<number | undefined> {
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  })
  return found?.isFile() ? found.size : undefined
}
