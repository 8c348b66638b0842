import type { SentReason, Told } from '../../../src/model/reason.ts'
import { Sentence } from './sentence.tsx'

/** What went wrong, and below it what to do about it, where that is known. */
export function FaultText({
  reason,
  advice,
}: {
  readonly reason: Told | SentReason
  readonly advice: Told | SentReason | undefined
}) {
  return (
    <>
      <p>
        <Sentence reason={reason} />
      </p>
      {advice !== undefined && (
        <p>
          <Sentence reason={advice} />
        </p>
      )}
    </>
  )
}
