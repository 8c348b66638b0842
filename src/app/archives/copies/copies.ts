import { openArchive } from '../../../archive/archive.ts'
import { type CopyRecord, readCopies } from '../../../preserve/mirror/copies-log.ts'
import { CopyReader, type WantedFile } from '../../../preserve/mirror/fetch.ts'
import { readMarker } from '../../../preserve/mirror/marker.ts'
import { readSeen } from '../../../preserve/mirror/seen.ts'
import type { Store } from '../../../storage/store.ts'
import type { Environment } from '../../environment.ts'
import { openStore } from './open-store.ts'
import { readTarget } from './target.ts'

/** One kept file and its copies elsewhere; the archive's own is not counted. */
export interface FileCopies {
  readonly path: string
  readonly copies: readonly {
    readonly target: string
    /** ISO 8601, UTC: when it was last read or written whole there. */
    readonly seenAt: string
  }[]
}

export interface ArchiveCopies {
  readonly copies: readonly CopyRecord[]
  /** Of all kept files, how many have so many copies: `[3, 10]` is three without one, ten with one. */
  readonly filesByCopies: readonly number[]
  /** Those with the fewest copies first, then those that were not seen for the longest time. */
  readonly worst: readonly FileCopies[]
}

/** How many copies each file of an archive has, and when each was last seen whole; asks none of the places. */
export async function describeCopies(
  dir: string,
  signal: AbortSignal,
  maxFiles = 100,
): Promise<ArchiveCopies> {
  await using archive = await openArchive(dir, { readOnly: true, signal })
  const { copies } = await readCopies(archive.dir, signal)
  const seen = await Promise.all(
    copies.map(async ({ target, endpoint }) => ({
      target,
      files: await readSeen(archive.dir, { target, endpoint }),
    })),
  )
  const filesByCopies: number[] = Array.from({ length: copies.length + 1 }, () => 0)
  const all = archive.list().map(({ path, sha256 }): FileCopies => {
    const its = seen.flatMap(({ target, files }) => {
      const found = files.get(path)
      return found?.sha256 === sha256 ? [{ target, seenAt: found.at }] : []
    })
    filesByCopies[its.length] = (filesByCopies[its.length] ?? 0) + 1
    return { path, copies: its }
  })
  const worst = all
    .toSorted(
      (a, b) =>
        a.copies.length - b.copies.length ||
        (lastSeen(a) < lastSeen(b) ? -1 : lastSeen(a) > lastSeen(b) ? 1 : 0),
    )
    .slice(0, maxFiles)
  return { copies, filesByCopies, worst }
}

const lastSeen = ({ copies }: FileCopies) =>
  copies
    .map(({ seenAt }) => seenAt)
    .toSorted()
    .at(-1) ?? ''

/**
 * Whether a known copy should have a file with these bytes, by what was last seen of it; where nothing is known of what
 * is in a copy, it may. Asks none of the places, and reads what is known once, when it is first asked.
 */
export function rememberCopies(dir: string): (file: WantedFile) => Promise<boolean> {
  const read = async () => {
    const { copies } = await readCopies(dir)
    return await Promise.all(copies.map((copy) => readSeen(dir, copy)))
  }
  let known: ReturnType<typeof read> | undefined
  return async ({ path, sha256 }) => {
    known ??= read()
    return (await known).some((seen) => seen.size === 0 || seen.get(path)?.sha256 === sha256)
  }
}

/** The known copies of an archive, to have a file back from. */
export interface KnownCopies extends AsyncDisposable {
  /** Whether one that can be reached has the file whole: it is read to its end, and nothing is written. */
  has(file: WantedFile, signal: AbortSignal): Promise<boolean>
  /**
   * Writes a file's bytes to `to`, which must not exist, their digest compared. Returns where they came from; undefined
   * where no copy that can be reached has them whole.
   */
  fetch(file: WantedFile, to: string, signal: AbortSignal): Promise<string | undefined>
}

/**
 * Opens those copies that can be reached and say themselves that they are of this archive; offline, no bucket is
 * asked. Writes nothing.
 */
export async function openKnownCopies(
  dir: string,
  environment: Environment,
  signal: AbortSignal,
  offline = environment.offline ?? false,
): Promise<KnownCopies> {
  const { archive, copies } = await readCopies(dir, signal)
  await using opening = new AsyncDisposableStack()
  const readers: { readonly target: string; readonly reader: CopyReader }[] = []
  for (const { target, endpoint } of copies) {
    if (offline && target.startsWith('s3:')) continue
    const store = await openIfOurs(target, endpoint, archive, environment, signal)
    if (store) readers.push({ target, reader: new CopyReader(opening.use(store)) })
  }
  const opened = opening.move()
  return {
    async has(file, signal) {
      for (const { reader } of readers) {
        const isThere = await reader.has(file, signal).catch(() => false)
        signal.throwIfAborted()
        if (isThere) return true
      }
      return false
    },
    async fetch(file, to, signal) {
      for (const { target, reader } of readers) {
        const isFetched = await reader.fetch(file, to, signal).catch(() => false)
        signal.throwIfAborted()
        if (isFetched) return target
      }
      return undefined
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

/** Opens the place of a copy where it can be reached and says itself that it is of this archive; else undefined. */
export async function openIfOurs(
  target: string,
  endpoint: string | undefined,
  archive: string | undefined,
  environment: Environment,
  signal: AbortSignal,
): Promise<Store | undefined> {
  let store: Store | undefined
  try {
    store = openStore(readTarget(target, endpoint), environment)
    if (archive !== undefined && (await readMarker(store, signal)) === archive) return store
  } catch {
    // A disk that is not attached, a server that is down: the next copy may have it.
    signal.throwIfAborted()
  }
  await store?.[Symbol.asyncDispose]()
  return undefined
}
