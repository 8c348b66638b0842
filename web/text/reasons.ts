import { isReason, type SentReason, type Told } from '../../src/model/reason.ts'
import type { CommonWords } from '../../src/words/words.ts'

/** True where there is a sentence for this reason and for every reason within it. */
export function canSay(reason: Told | SentReason, { reasons }: Pick<CommonWords, 'reasons'>) {
  return [...codesIn(reason)].every((code) => Object.hasOwn(reasons, code))
}

function* codesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if (isReason(value)) yield value.code
  for (const inner of Object.values(value)) yield* codesIn(inner)
}
