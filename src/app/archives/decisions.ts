import { resolve } from 'node:path'
import { openDecisions } from '../../archive/decisions/decisions.ts'
import { locateGiven, takeGiven } from '../../archive/given/given-files.ts'
import type { Decision } from '../../model/decision.ts'
import { requireArchive } from './require-archive.ts'

/** What is decided in an archive, in the order in which it was. UserError where there is none. */
export async function listDecisions(dir: string): Promise<readonly Decision[]> {
  await requireArchive(dir)
  return await openDecisions(resolve(dir)).list()
}

export interface TakenDecisions {
  readonly taken: number
  /** About which the archive itself has a later one, or the same. */
  readonly left: number
  /** Whose file the other archive does not have any more: taken nevertheless, and the track is looked for. */
  readonly withoutFile: number
}

/** Takes over what another archive has decided; of two decisions on one track the newer one stays. */
export async function takeDecisions(
  dir: string,
  from: string,
  signal: AbortSignal,
): Promise<TakenDecisions> {
  const others = await listDecisions(from)
  await requireArchive(dir)
  const own = openDecisions(resolve(dir))
  let [taken, left, withoutFile] = [0, 0, 0]
  for (const other of others) {
    const before = await own.find(other.track)
    if (before && before.decidedAt >= other.decidedAt) left++
    else {
      if (!(await takeFile(other, dir, from, signal))) withoutFile++
      await own.decide(other.track, other.choice, other.decidedAt)
      taken++
    }
  }
  return { taken, left, withoutFile }
}

/** A file that was given for the track goes along; false where it should, and is gone. */
async function takeFile(
  { choice }: Decision,
  dir: string,
  from: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (choice.kind !== 'recording' || choice.source !== 'given') return true
  const path = await locateGiven(resolve(from), choice.id, signal)
  if (path === undefined) return false
  await takeGiven(resolve(dir), path, path, signal)
  return true
}
