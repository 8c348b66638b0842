import type { Told } from '../../../src/model/reason.ts'
import { Sentence } from './sentence.tsx'

/** What went wrong, and below it what to do about it, where that is known. */
export function FaultText({
  reason,
  advice,
}: {
  readonly reason: Told
  readonly advice: Told | undefined
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
