import { readDecisionLine } from '../decisions/decision-line.ts'
import { readGivenId } from '../given/given-files.ts'

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
