import { roundRemaining } from '../../../src/words/remaining.ts'
import type { useText } from '../../text/text.ts'

type Text = ReturnType<typeof useText>

/** How long a run may still take, as the terminal says it too. */
export function tellRemaining(
  remainingMs: number | undefined,
  { left, littleLeft, leftUnknown }: Text['job'],
  { span }: Text['format'],
): string {
  if (remainingMs === undefined) return leftUnknown
  const rounded = roundRemaining(remainingMs)
  return rounded === undefined ? littleLeft : left(span(rounded))
}
