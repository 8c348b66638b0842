import { asRecord, parseJson } from '../../base/json.ts'
import { reason } from '../../model/reason.ts'
import { readWhole } from '../../storage/read-whole.ts'
import type { Store } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import { MARKER } from './names.ts'

const MAX_MARKER_BYTES = 10_000

/** Of which archive a place is a copy, by that archive's id; undefined where it is none of ours. */
export async function readMarker(store: Store, signal: AbortSignal): Promise<string | undefined> {
  const bytes = await readWhole(store, MARKER, MAX_MARKER_BYTES, signal)
  const { songkeep, archive } = asRecord(parseJson(bytes && Buffer.from(bytes).toString()))
  return songkeep === 'mirror' && typeof archive === 'string' ? archive : undefined
}

/** `new`: nothing is there at all. UserError where something is there that is no copy of this archive. */
export async function findCopy(
  store: Store,
  archive: string,
  signal: AbortSignal,
): Promise<'new' | 'ours'> {
  const owner = await readMarker(store, signal)
  const target = store.name
  if (owner === archive) return 'ours'
  if (owner !== undefined)
    throw new UserError(
      reason('preserve.mirror-of-another', { target }),
      reason('preserve.choose-other-target'),
    )
  for await (const _ of store.list('', signal))
    throw new UserError(
      reason('preserve.mirror-foreign', { target }),
      reason('preserve.choose-empty-target'),
    )
  return 'new'
}

/** Makes an empty place a copy of the archive; of two runs that do so at once, one is refused. */
export async function markCopy(store: Store, archive: string, signal: AbortSignal): Promise<void> {
  const text = `${JSON.stringify({ songkeep: 'mirror', archive, note: 'This folder is a copy of a Songkeep archive, and is changed by Songkeep alone.' })}\n`
  if ((await putOnce(store, MARKER, Buffer.from(text), signal)) === 'taken')
    await findCopy(store, archive, signal)
}

/** Where the place knows no conditions, only a look beforehand tells whether somebody was there first. */
export async function putOnce(
  store: Store,
  key: string,
  data: Uint8Array,
  signal: AbortSignal,
): Promise<'stored' | 'taken'> {
  const { conditionalWrites } = await store.capabilities(signal)
  if (conditionalWrites) return await store.putIfAbsent(key, data, { signal })
  if (await store.head(key, signal)) return 'taken'
  await putBytes(store, key, data, signal)
  return 'stored'
}

export async function putBytes(
  store: Store,
  key: string,
  data: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(data))
  const sha256 = Buffer.from(digest).toString('hex')
  await store.put(key, { from: data, bytes: data.length, sha256 }, { signal })
}
