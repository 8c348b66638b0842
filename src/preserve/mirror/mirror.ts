import type { Archive } from '../../archive/archive.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { noConditions } from '../../storage/errors.ts'
import type { Store } from '../../storage/store.ts'
import type { CopyState, MirrorEvent } from './events.ts'
import { type CopyManifest, readManifest } from './manifest.ts'
import { findCopy, markCopy } from './marker.ts'
import { Mirroring, type MirrorOptions, stateOf, sumOf } from './mirroring.ts'
import { type MirrorPlan, planMirror } from './plan.ts'
import { listSource, type SourceFiles } from './source-files.ts'

const EMPTY: CopyManifest = {
  files: new Map(),
  begun: new Map(),
  trash: new Map(),
  run: 0,
  keys: [],
  refused: 0,
}

/**
 * Makes a place a copy of an archive, or what it lacks. Nothing there is replaced or removed but what our manifest
 * there names; what is to be put there is written down before it is. A file that is not as it was kept is not copied.
 * Killed anywhere and run again, it goes on. Throws UserError where the place is no copy of this archive.
 */
export async function* mirror(
  archive: Archive,
  archiveId: string,
  store: Store,
  options: MirrorOptions,
): AsyncGenerator<MirrorEvent, CopyState> {
  const { signal, dryRun = false, full = false } = options
  const isNew = (await findCopy(store, archiveId, signal)) === 'new'
  if (!dryRun) yield* tellConditions(store, signal)
  if (isNew && !dryRun) await markCopy(store, archiveId, signal)
  const manifest = isNew ? EMPTY : await readManifest(store, signal)
  if (!dryRun) await store.sweep((key) => manifest.begun.has(key), signal)
  if (manifest.refused > 0)
    yield note(reason('preserve.mirror-lines-refused', { count: manifest.refused }))
  const isHarmed = archive.notes.length > 0
  if (isHarmed) yield note(reason('preserve.inventory-harmed'))
  const source = await listSource(archive, signal)
  const plan = await planMirror(source, manifest, store, {
    full,
    keepsGone: isHarmed,
    at: new Date().toISOString(),
    signal,
    onRead: async (bytes) => await options.onBytes?.(bytes),
  })
  yield describe(plan, source)
  for (const fault of plan.faults) yield { kind: 'fault', ...fault }
  if (dryRun) return stateOf(plan, [], [])
  return yield* new Mirroring(archive, store, manifest, plan, options).run()
}

async function* tellConditions(store: Store, signal: AbortSignal): AsyncGenerator<MirrorEvent> {
  const { conditionalWrites } = await store.capabilities(signal)
  // A folder is held by its lock.
  if (!conditionalWrites && store.name.startsWith('s3:'))
    yield note(noConditions(store.name).reason)
}

const note = (why: Reason): MirrorEvent => ({ kind: 'note', reason: why })

const describe = (plan: MirrorPlan, { foreign }: SourceFiles): MirrorEvent => ({
  kind: 'plan',
  copies: plan.copies.length,
  bytes: sumOf(plan.copies),
  trashed: plan.moves.length,
  same: plan.same.length,
  foreign: foreign.length,
})
