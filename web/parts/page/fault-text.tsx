import { lazy, Suspense } from 'react'
import type { SentReason, Told } from '../../../src/model/reason.ts'
import { loadPart } from '../../api/load-part.ts'
import { findGuidedAdvice } from '../guide/guided-advice.ts'
import { Sentence } from './sentence.tsx'

const AdviceOfGuide = lazy(() =>
  loadPart(async () => ({
    default: (await import('../guide/advice-of-guide.tsx')).AdviceOfGuide,
  })),
)

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
      {advice !== undefined && <Advice advice={advice} />}
    </>
  )
}

/** Where the terminal would name a command, the page leads to where the same is done on it. */
function Advice({ advice }: { readonly advice: Told | SentReason }) {
  const guided = findGuidedAdvice(advice)
  if (guided !== undefined)
    return (
      <Suspense>
        <AdviceOfGuide advice={guided} />
      </Suspense>
    )
  return (
    <p>
      <Sentence reason={advice} />
    </p>
  )
}
