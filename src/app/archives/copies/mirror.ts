import { realpath } from 'node:fs/promises'
import { openArchive } from '../../../archive/archive.ts'
import { Pace } from '../../../fixity/audit/pace.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { checkCopy } from '../../../preserve/mirror/check.ts'
import {
  type CopyRecord,
  ensureArchiveId,
  keyOf,
  readCopies,
  recordCopy,
} from '../../../preserve/mirror/copies-log.ts'
import type { CopyState, MirrorEvent } from '../../../preserve/mirror/events.ts'
import { mirror } from '../../../preserve/mirror/mirror.ts'
import type { MirrorOptions } from '../../../preserve/mirror/mirroring.ts'
import { putCopies } from '../../../preserve/mirror/put-copies.ts'
import { writeSeen } from '../../../preserve/mirror/seen.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { requireArchive } from '../require-archive.ts'
import { openPlace } from './open-place.ts'
import { openStore } from './open-store.ts'
import { type CopyTarget, nameTarget, readEndpoint, readTarget } from './target.ts'

export interface MirrorChoices {
  /** Where the copy goes; without it all known ones are updated. */
  readonly target?: string
  /** The server of a bucket: named by the user, and so allowed to be their own. */
  readonly endpoint?: string
  readonly full?: boolean
  readonly dryRun?: boolean
  readonly prune?: boolean
  /** Begin a copy again where a known one is no more. */
  readonly anew?: boolean
  /** Bytes a second at most. */
  readonly rate?: number
}

/** What is told of one copy. */
export type CopyEvent = { readonly target: string } & (
  | MirrorEvent
  | ({ readonly kind: 'done'; readonly did: 'mirror' | 'check' | 'dry-run' } & CopyCounts)
  /** One of several could not be had; the others go on. */
  | { readonly kind: 'failed'; readonly reason: Reason; readonly advice?: Reason }
)

/** `files` of the copy are whole as far as is known, `seen` of them were read or written in this run. */
type CopyCounts = Omit<CopyState, 'files'> & Omit<CopyRecord, 'target' | 'did' | 'endpoint'>

interface Known {
  readonly target: CopyTarget
  /** A copy was there before. */
  readonly isKnown: boolean
}

/** Makes a copy of an archive, or updates all that are known. */
export async function* mirrorArchive(
  dir: string,
  choices: MirrorChoices,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<CopyEvent> {
  await requireArchive(dir)
  const targets = await findTargets(dir, choices, environment)
  await using archive = await openArchive(dir, { readOnly: choices.dryRun, signal })
  const id = choices.dryRun
    ? ((await readCopies(archive.dir)).archive ?? '')
    : await ensureArchiveId(archive.dir)
  for (const known of targets)
    yield* telling(known, targets.length > 1, async function* () {
      const { endpoint, anew, dryRun } = choices
      const options = { ...known, archive: { dir: archive.dir, id }, endpoint, anew, dryRun }
      await using place = await openPlace(options, environment, signal)
      const state = yield* mirror(archive, id, place.store, optionsOf(choices, signal))
      if (choices.dryRun) return { did: 'dry-run', state } as const
      await note(archive.dir, known.target, 'mirror', state)
      await putCopies(archive.dir, place.store, signal)
      return { did: 'mirror', state } as const
    })
}

/** Reads copies to their last byte, and notes what was seen. */
export async function* checkCopies(
  dir: string,
  choices: Pick<MirrorChoices, 'target' | 'endpoint' | 'rate'>,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<CopyEvent> {
  await requireArchive(dir)
  const root = await realpath(dir)
  const targets = await findTargets(dir, choices, environment)
  const { archive: id = '' } = await readCopies(root)
  for (const known of targets)
    yield* telling(known, targets.length > 1, async function* () {
      if (!known.isKnown) throw unknown(known)
      await using store = openStore(known.target, environment, choices.endpoint)
      const state = yield* checkCopy(id, store, optionsOf(choices, signal))
      await note(root, known.target, 'check', state)
      return { did: 'check', state } as const
    })
}

/** A copy that is lost, or is not to be kept up any more. Nothing of it is touched. */
export async function forgetCopy(
  dir: string,
  { target = '', endpoint }: Pick<MirrorChoices, 'target' | 'endpoint'>,
  environment: Environment,
): Promise<void> {
  await requireArchive(dir)
  const [known] = await findTargets(dir, { target, endpoint }, environment)
  if (!known?.isKnown) throw unknown({ target: readTarget(target) })
  const counts = { files: 0, seen: 0, bytes: 0, missing: 0, damaged: 0 }
  const at = new Date().toISOString()
  await recordCopy(dir, { ...placeOf(known.target), at, did: 'forget', ...counts })
}

async function findTargets(
  dir: string,
  { target, endpoint }: Pick<MirrorChoices, 'target' | 'endpoint'>,
  { s3 }: Environment,
): Promise<readonly Known[]> {
  const { copies } = await readCopies(dir)
  if (target === undefined) {
    if (copies.length === 0)
      throw new UserError(
        reason('preserve.no-copies', { path: dir }),
        reason('preserve.name-target'),
      )
    return copies.map((copy) => ({ target: readTarget(copy.target, copy.endpoint), isKnown: true }))
  }
  const known = new Set(copies.map(keyOf))
  const settled = s3?.endpoint && readEndpoint(s3.endpoint)
  const named = readTarget(target, endpoint ?? settled)
  return [{ target: named, isKnown: known.has(keyOf(placeOf(named))) }]
}

const placeOf = (target: CopyTarget) => ({
  target: nameTarget(target),
  endpoint: target.kind === 's3' ? target.endpoint : undefined,
})

const unknown = ({ target }: Pick<Known, 'target'>) =>
  new UserError(
    reason('preserve.unknown-copy', { target: nameTarget(target) }),
    reason('preserve.name-target'),
  )

type Result = { readonly did: 'mirror' | 'check' | 'dry-run'; readonly state: CopyState }

/** Names the copy in each event. Where there are several, what is wrong with one does not stop the others. */
async function* telling(
  { target: place }: Known,
  isOneOfSeveral: boolean,
  work: () => AsyncGenerator<MirrorEvent, Result>,
): AsyncGenerator<CopyEvent> {
  const target = nameTarget(place)
  const events = work()
  try {
    for (;;) {
      const next = await events.next()
      if (!next.done) {
        yield { target, ...next.value }
        continue
      }
      const { did, state } = next.value
      yield { target, kind: 'done', did, ...countsOf(state, new Date().toISOString()) }
      return
    }
  } catch (error) {
    if (!isOneOfSeveral || !(error instanceof UserError)) throw error
    yield { target, kind: 'failed', reason: error.reason, advice: error.advice }
  } finally {
    await events.return({ did: 'check', state: nothing })
  }
}

const nothing: CopyState = {
  files: [],
  copied: 0,
  copiedBytes: 0,
  trashed: 0,
  missing: 0,
  damaged: 0,
}

function countsOf({ files, ...counts }: CopyState, at: string): CopyCounts {
  const seen = files.filter(({ isSeen }) => isSeen).length
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0)
  return { ...counts, at, files: files.length, seen, bytes }
}

async function note(
  root: string,
  target: CopyTarget,
  did: 'mirror' | 'check',
  state: CopyState,
): Promise<void> {
  const { at, files, seen, bytes, missing, damaged } = countsOf(state, new Date().toISOString())
  const place = placeOf(target)
  await writeSeen(root, place, state, at)
  await recordCopy(root, { ...place, at, did, files, seen, bytes, missing, damaged })
}

function optionsOf(
  { full, dryRun, prune, rate }: MirrorChoices,
  signal: AbortSignal,
): MirrorOptions {
  const pace = rate === undefined ? undefined : new Pace(rate)
  return { full, dryRun, prune, signal, onBytes: (bytes) => pace?.take(bytes, signal) }
}
