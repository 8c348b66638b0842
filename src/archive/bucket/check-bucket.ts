import { inParallel } from '../../base/parallel.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { VerifyEvent } from '../../model/preserve/fixity.ts'
import { reason } from '../../model/reason.ts'
import { digestOf } from '../../storage/digest-of.ts'
import type { Store } from '../../storage/store.ts'
import { readInventoryLine } from '../inventory/inventory-line.ts'
import { damagedKey, fileKey } from './keys.ts'
import { requireArchiveId } from './marker.ts'
import { type BucketPlace, readStanding } from './standing.ts'

const WIDTH = 4

/** One object, and the kept files that it is the bytes of; none of a text. */
interface Expected {
  readonly sha256: string
  readonly bytes: number
  readonly files: readonly ArchivedFile[]
  readonly path: string
}

/**
 * Reads every object that an archive in a bucket names to its end, and compares it with its digest. What is missing or
 * damaged is noted in the bucket: the next backup does not believe in it, and makes it anew. Ends by itself when the
 * signal is aborted.
 */
export async function* checkBucket(
  place: BucketPlace,
  signal: AbortSignal,
): AsyncGenerator<VerifyEvent> {
  const expected = await listExpected(place, signal)
  const total = expected.reduce((sum, { bytes }) => sum + bytes, 0)
  // Texts are read too; what is told are kept files, as of an archive in a folder.
  const files = expected.reduce((sum, each) => sum + each.files.length, 0)
  yield { kind: 'begun', files, bytes: total }
  const counts = { whole: 0, wholeBytes: 0, faults: 0, unknown: 0, notDue: 0, newer: 0 }
  let [read, bytes] = [0, 0]
  const results = inParallel(expected, WIDTH, async (each) => ({
    each,
    state: signal.aborted ? 'stopped' : await checkObject(each, place.store, signal),
  }))
  for await (const { each, state } of results) {
    if (state === 'stopped') continue
    read += each.files.length
    bytes += each.bytes
    yield { kind: 'progress', files: read, bytes, path: each.path }
    if (state === 'whole') {
      counts.whole += each.files.length
      if (each.files.length > 0) counts.wholeBytes += each.bytes
      continue
    }
    for (const finding of findingsOf(each, state, place.store.name)) {
      counts.faults++
      yield { kind: 'finding', finding }
    }
  }
  yield { kind: 'ended', summary: { ...counts, stopped: signal.aborted } }
}

async function listExpected(place: BucketPlace, signal: AbortSignal): Promise<readonly Expected[]> {
  const id = await requireArchiveId(place.store, signal)
  const { files, texts } = (await readStanding(place, id, signal)).log.state
  const kept = files.flatMap(({ line }) => {
    const read = readInventoryLine(line)
    return read.kind === 'file' ? [read.file] : []
  })
  const byDigest = Map.groupBy(kept, ({ sha256 }) => sha256)
  const objects = [...byDigest].flatMap(([sha256, all]) => {
    const [first] = all
    return first ? [{ sha256, bytes: first.bytes, path: first.path, files: all }] : []
  })
  return [...objects, ...texts.map((text) => ({ ...text, files: [] }))]
}

/** Notes what is not whole, and forgets what was noted of one that is. */
async function checkObject(
  { sha256 }: Expected,
  store: Store,
  signal: AbortSignal,
): Promise<'whole' | 'missing' | 'damaged' | 'stopped'> {
  try {
    const found = await digestOf(store, fileKey(sha256), { signal })
    const state = found === sha256 ? 'whole' : found === undefined ? 'missing' : 'damaged'
    if (state === 'whole') await store.delete(damagedKey(sha256), signal)
    else await store.putIfAbsent(damagedKey(sha256), Buffer.from(state), { signal })
    return state
  } catch (error) {
    if (signal.aborted) return 'stopped'
    throw error
  }
}

function findingsOf({ files, path, sha256 }: Expected, kind: 'missing' | 'damaged', place: string) {
  if (files.length > 0)
    return files.map((kept) => ({ kind, path: kept.path, kept, remedies: [] }) as const)
  const why = reason('archive.bucket-damaged', { place, key: fileKey(sha256) })
  return [{ kind: 'records', path, reason: why, remedies: [] } as const]
}
