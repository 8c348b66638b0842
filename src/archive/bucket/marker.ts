import { randomUUID } from 'node:crypto'
import { asRecord, parseJson } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { S3Error } from '../../storage/errors.ts'
import { readWhole } from '../../storage/read-whole.ts'
import type { Store } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import { MARKER } from './keys.ts'
import type { BucketPlace } from './standing.ts'

const MAX_MARKER_BYTES = 10_000
const NOTE = 'A Songkeep archive lies here, and is changed by Songkeep alone.'

/** Of the archive that lies there, for good; undefined where there is none. */
export async function readArchiveId(
  store: Store,
  signal: AbortSignal,
): Promise<string | undefined> {
  const bytes = await readWhole(store, MARKER, MAX_MARKER_BYTES, signal)
  const { songkeep, id } = asRecord(parseJson(bytes && Buffer.from(bytes).toString()))
  return songkeep === 'archive' && typeof id === 'string' ? id : undefined
}

/** The same; UserError where there is none. */
export async function requireArchiveId(store: Store, signal: AbortSignal): Promise<string> {
  const id = await readArchiveId(store, signal)
  if (id !== undefined) return id
  throw new UserError(reason('archive.is-none', { path: store.name }), reason('archive.name-into'))
}

/**
 * The id of the archive there; an empty place becomes one. UserError where something else is there, where the place lies
 * within another archive, or knows no conditional writes.
 */
export async function ensureArchive(place: BucketPlace, signal: AbortSignal): Promise<string> {
  const { store } = place
  const known = await readArchiveId(store, signal)
  if (known !== undefined) return known
  await refuseWithin(place, signal)
  for await (const _ of store.list('', signal)) {
    // Somebody may have begun it this moment.
    const begun = await readArchiveId(store, signal)
    if (begun !== undefined) return begun
    throw new UserError(
      reason('archive.bucket-foreign', { place: store.name }),
      reason('archive.choose-empty-prefix'),
    )
  }
  const marker = { songkeep: 'archive', id: randomUUID(), note: NOTE }
  const data = Buffer.from(`${JSON.stringify(marker)}\n`)
  const outcome = await store.putIfAbsent(MARKER, data, { signal })
  if (outcome === 'stored') return marker.id
  // Of two that begin it at once, one was first.
  return (await readArchiveId(store, signal)) ?? (await ensureArchive(place, signal))
}

/** Keys that may not be read are nobody's archive, as far as can be known. */
async function refuseWithin({ store, openAbove }: BucketPlace, signal: AbortSignal): Promise<void> {
  for (const above of openAbove?.() ?? []) {
    await using _ = above
    const id = await readArchiveId(above, signal).catch((error) => {
      if (error instanceof S3Error && error.status === 403) return undefined
      throw error
    })
    if (id === undefined) continue
    throw new UserError(
      reason('archive.bucket-within', { place: store.name, other: above.name }),
      reason('archive.choose-empty-prefix'),
    )
  }
}
