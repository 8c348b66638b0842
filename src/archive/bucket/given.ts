import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import { readDecisionLine } from '../decisions/decision-line.ts'
import { readGivenId } from '../given/given-files.ts'
import type { LineEntry } from './commits/entries.ts'
import type { StoredObjects } from './objects.ts'
import type { WorkingCopy } from './working-copy.ts'

type GivenId = NonNullable<ReturnType<typeof readGivenId>>

/** The files that the user has given for tracks, as decisions name them: the bucket has them by their digests. */
export function givenIn(decisions: Iterable<string>): readonly GivenId[] {
  const ids = new Map<string, GivenId>()
  for (const line of decisions) {
    const choice = readDecisionLine(line)?.choice
    if (choice?.kind !== 'recording' || choice.source !== 'given') continue
    const given = readGivenId(choice.id)
    if (given) ids.set(choice.id, given)
  }
  return [...ids.values()]
}

/** A decision that means a file of the user's own takes it along; the bucket is only looked at where there is one. */
export async function sendGiven(
  lines: readonly LineEntry[],
  { dir }: WorkingCopy,
  objects: () => Promise<StoredObjects>,
): Promise<void> {
  const decisions = lines.filter(({ kind }) => kind === 'decision').map(({ line }) => line)
  for (const { sha256, names } of givenIn(decisions)) {
    const path = join(dir, ...names)
    const found = await look(path)
    if (found?.isFile()) await (await objects()).send(path, { sha256, bytes: found.size })
  }
}
