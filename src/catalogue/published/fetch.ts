import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../base/file.ts'
import { makeFolderAt } from '../../base/inside.ts'
import { takeLock } from '../../base/lock.ts'
import { reason } from '../../model/reason.ts'
import type { ReadablePlace } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import { LOCK_FILE } from '../build/build.ts'
import { keepWorkFolder, removeOtherBuilds, removeWorkFolder } from '../build/owned.ts'
import { MANIFEST_FILE, requireVersion, writeManifest } from '../format/manifest.ts'
import { fetchFile } from './fetch-file.ts'
import type { SignedGeneration } from './place.ts'
import { type FetchPlan, planFetch, requireRoom, tidyWork, workPath } from './plan-fetch.ts'
import { type FetchState, readState, writeState } from './state.ts'
import { readTrusted, type TrustOptions } from './trust.ts'

export interface FetchOptions extends TrustOptions {
  /** Reads what was fetched earlier again, and fetches anew what of it is damaged. */
  readonly check?: boolean
  /** Only says what would be fetched. */
  readonly dryRun?: boolean
}

export type FetchEvent =
  | {
      /** Told before anything is fetched. */
      readonly kind: 'plan'
      readonly generation: number
      readonly tracks: number
      /** ISO 8601, UTC. */
      readonly publishedAt: string
      readonly bytes: number
      readonly missingBytes: number
    }
  | { readonly kind: 'progress'; readonly bytes: number; readonly totalBytes: number }

/** Not of a build's names. */
const WORK_FOLDER = '.fetching'

/**
 * Brings a folder to the latest generation of a published catalogue, or to the one that is named. All its files are
 * whole before the catalogue takes its place, in one step; stopped before, the older one stays, and the same call goes
 * on with the pieces that are there. Whoever has the older one open keeps reading it. Returns the generation. UserError
 * where it is not signed as it has to be, is damaged, has no room, or the folder is none that was fetched.
 */
export async function* fetchCatalogue(
  place: ReadablePlace,
  folder: string,
  options: FetchOptions,
): AsyncGenerator<FetchEvent, number> {
  const { signal, check = false, dryRun = false } = options
  await mkdir(folder, { recursive: true })
  using _lock = takeLock(join(folder, LOCK_FILE))
  const before = await readState(folder)
  if (before === undefined) await refuseOwnCatalogue(folder)
  const generation = await readTrusted(place, before, options)
  requireVersion(place.name, generation.catalogue)
  const plan = await planFetch(folder, generation, before?.current, check, signal)
  yield tellPlan(generation, plan)
  if (dryRun) return generation.generation
  const state = noteSeen(place, before, generation)
  // What is trusted, and was seen, is remembered even where nothing comes of this run.
  await writeState(folder, state)
  const work = join(folder, WORK_FOLDER)
  keepWorkFolder(work)
  await tidyWork(work, plan)
  await requireRoom(folder, work, plan)
  yield* fetchMissing(place, generation, plan, work, signal)
  await putInPlace(folder, generation, plan, work)
  await writeManifest(folder, generation.catalogue)
  const { files, generation: number } = generation
  await writeState(folder, { ...state, current: { generation: number, files } })
  removeWorkFolder(work)
  removeUnused(folder, generation)
  return number
}

function tellPlan(
  { generation, publishedAt, catalogue }: SignedGeneration,
  { bytes, missingBytes }: FetchPlan,
): FetchEvent {
  const tracks = catalogue.indexes.reduce((sum, index) => sum + index.tracks, 0)
  return { kind: 'plan', generation, publishedAt, tracks, bytes, missingBytes }
}

/** A catalogue that was built here, or anything else, is not replaced by somebody else's. */
async function refuseOwnCatalogue(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'))
  if (names.length === 0) return
  throw new UserError(
    names.includes(MANIFEST_FILE)
      ? reason('catalogue.built-here', { folder })
      : reason('catalogue.folder-not-empty', { folder }),
    reason('catalogue.name-own-folder'),
  )
}

function noteSeen(
  { name }: ReadablePlace,
  before: FetchState | undefined,
  { generation, sha256, signedBy }: SignedGeneration,
): FetchState {
  const isLater = generation >= (before?.seen?.generation ?? 0)
  const seen = isLater ? { generation, sha256 } : before?.seen
  return { ...before, place: name, publicKey: signedBy, seen }
}

async function* fetchMissing(
  place: ReadablePlace,
  { pieceBytes }: SignedGeneration,
  { missing, missingBytes: totalBytes }: FetchPlan,
  work: string,
  signal: AbortSignal,
): AsyncGenerator<FetchEvent> {
  let bytes = 0
  for (const file of missing)
    for await (const length of fetchFile(place, file, pieceBytes, workPath(work, file), signal)) {
      bytes += length
      yield { kind: 'progress', bytes, totalBytes }
    }
}

async function putInPlace(
  folder: string,
  { files }: SignedGeneration,
  { missing }: FetchPlan,
  work: string,
): Promise<void> {
  for (const build of new Set(files.map((file) => file.build)))
    await makeFolderAt(join(folder, build), inTheWay)
  for (const file of missing)
    await rename(workPath(work, file), join(folder, file.build, file.name))
  for (const build of new Set(missing.map((file) => file.build)))
    await syncFolder(join(folder, build))
}

const inTheWay = (path: string) =>
  new UserError(reason('catalogue.foreign-folder', { path }), reason('catalogue.name-own-folder'))

/** Where a file that is open cannot be removed (Windows), the next run does it. */
function removeUnused(folder: string, { catalogue }: SignedGeneration): void {
  try {
    removeOtherBuilds(folder, catalogue)
  } catch {}
}
