import { realpath } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { openArchive } from '../../../archive/archive.ts'
import { look } from '../../../base/inside.ts'
import type { FixityFinding, VerifyEvent } from '../../../model/preserve/fixity.ts'
import type { Remedy } from '../../../model/preserve/remedy.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { keepParity } from '../../../preserve/parity/keep-parity.ts'
import { fromArchive } from '../../../preserve/repair/from-archive.ts'
import { fromCopy } from '../../../preserve/repair/from-copy.ts'
import { fromKnownCopies } from '../../../preserve/repair/from-known-copies.ts'
import { fromParity } from '../../../preserve/repair/from-parity.ts'
import { repair } from '../../../preserve/repair/repair.ts'
import type { Pending } from '../../../preserve/repair/repair-files.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { openKnownCopies } from '../copies/copies.ts'
import { requireArchive } from '../require-archive.ts'
import { type Making, makeAgain } from './make-again.ts'
import { openSources } from './sources.ts'
import { verifyOpened } from './verify.ts'

export interface RepairChoices {
  /** Folders that hold second copies of the archive. */
  readonly from?: readonly string[]
  /** Folders that the archive's own files came from; without them those that its lists were made from. */
  readonly libraries?: readonly string[]
  /** Parity that the archive is to have from then on, in percent of its size, 1 to 100. */
  readonly parity?: number
  /** Says what would be done, and changes nothing. */
  readonly dryRun?: boolean
  /** Nothing is fetched: neither sources nor what is made again. */
  readonly offline?: boolean
}

export type RepairEvent =
  | VerifyEvent
  | Making
  | { readonly kind: 'repaired'; readonly path: string; readonly by: Remedy }
  | {
      readonly kind: 'unrepaired'
      readonly path: string
      /** Why each of the ways did not do it. */
      readonly why: readonly Reason[]
      /** Bytes that are lost, where that is known: in pairs of the first one and the one after the last. */
      readonly ranges?: readonly number[]
    }
  /** Parity was made, or brought up to date, as was asked for. */
  | {
      readonly kind: 'parity-made'
      /** Of all parity files. */
      readonly bytes: number
      /** Files that are not as they were kept: no parity is made of them. */
      readonly unprotected: number
    }
  | {
      readonly kind: 'repair-ended'
      readonly repaired: number
      /** Of these made again, with other bytes. */
      readonly again: number
      readonly left: number
    }

/**
 * Checks an archive, and has back what is missing or damaged: by arithmetic, from a second copy, from the source, and
 * what is then left by making it again. What is replaced is set aside in `.songkeep/replaced/`; what was whole is not
 * touched. Throws UserError where a copy is not there, or the archive is at work.
 */
export async function* repairArchive(
  dir: string,
  environment: Environment,
  signal: AbortSignal,
  choices: RepairChoices = {},
): AsyncGenerator<RepairEvent> {
  await requireArchive(dir)
  const copies = await findCopies(choices.from ?? [], dir)
  const counts = { repaired: 0, again: 0, left: 0 }
  const events = repairAll(dir, environment, signal, { ...choices, from: copies })
  for await (const event of events) {
    if (event.kind === 'repaired') counts.repaired++
    if (event.kind === 'repaired' && event.by === 'again') counts.again++
    if (event.kind === 'unrepaired') counts.left++
    yield event
  }
  yield { kind: 'repair-ended', ...counts }
}

async function* repairAll(
  dir: string,
  environment: Environment,
  signal: AbortSignal,
  choices: RepairChoices,
): AsyncGenerator<RepairEvent> {
  const pending = yield* repairByBytes(dir, environment, signal, choices)
  const isMakeable = !choices.dryRun && pending.length > 0
  const made = isMakeable
    ? yield* makeAgain(dir, pending, environment, signal, choices)
    : new Set<string>()
  for (const { fault, why, lost } of pending) {
    const { path } = fault
    const ranges = lost?.flatMap(({ start, end }) => [start, end])
    if (made.has(path)) yield { kind: 'repaired', path, by: 'again' }
    else {
      const again = choices.dryRun ? 'preserve.again-untried' : 'preserve.not-made-again'
      yield { kind: 'unrepaired', path, why: [...why, reason(again)], ranges }
    }
  }
}

/** All that brings the same bytes back. Returns what is left. */
async function* repairByBytes(
  dir: string,
  environment: Environment,
  signal: AbortSignal,
  choices: RepairChoices,
): AsyncGenerator<RepairEvent, readonly Pending[]> {
  const { dryRun, from = [], parity } = choices
  await using archive = await openArchive(dir, { readOnly: dryRun, signal })
  const findings: FixityFinding[] = []
  for await (const event of verifyOpened(archive, signal)) {
    if (event.kind === 'finding') findings.push(event.finding)
    yield event
  }
  signal.throwIfAborted()
  await using sources = await openSources(archive, environment, choices)
  await using known = await openKnownCopies(archive.dir, environment, signal, choices.offline)
  const { dir: root } = archive
  const ways = [
    fromArchive(root),
    fromParity(root),
    ...from.map(fromCopy),
    fromKnownCopies(known),
    sources.way,
  ]
  const pending = yield* repair(archive, findings, { ways, copies: from, dryRun, signal })
  const damaged = findings.flatMap(({ kind, path }) => (kind === 'parity' ? [path] : []))
  const kept =
    !dryRun && (damaged.length > 0 || parity !== undefined)
      ? await keepParity(archive, { percent: parity, damaged, signal })
      : undefined
  for (const path of damaged) yield { kind: 'repaired', path, by: 'rewrite' }
  if (kept && parity !== undefined) {
    const unprotected = kept.unprotected.length
    yield { kind: 'parity-made', bytes: kept.parityBytes, unprotected }
  }
  return pending
}

/** Absolute, links resolved. */
async function findCopies(folders: readonly string[], dir: string): Promise<readonly string[]> {
  const root = await realpath(dir)
  return await Promise.all(
    folders.map(async (folder) => {
      const hint = reason('preserve.name-a-copy')
      if (!(await look(folder).catch(() => undefined)))
        throw new UserError(reason('preserve.copy-not-there', { folder }), hint)
      const copy = await realpath(resolve(folder))
      if (copy === root || copy.startsWith(root + sep))
        throw new UserError(reason('preserve.copy-is-archive'), hint)
      return copy
    }),
  )
}
