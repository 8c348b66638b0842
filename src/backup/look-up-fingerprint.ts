import type { Fingerprint } from '../model/media.ts'
import type { Assertion, Unanswered } from '../model/verdict.ts'
import type { AssertionAnswers } from '../rights/judge.ts'
import type { RunContext } from './context.ts'

/** Asks those who know recordings by their sound whose this is. */
export async function lookUpFingerprint(
  { code, durationMs }: Fingerprint,
  { recognisers, breaker, signal }: Pick<RunContext, 'recognisers' | 'breaker' | 'signal'>,
): Promise<AssertionAnswers> {
  const assertions: Assertion[] = []
  const unanswered: Unanswered[] = []
  for (const each of recognisers) {
    const ask = (timely: AbortSignal) => each.recognise({ fingerprint: code, durationMs }, timely)
    const asked = await breaker.ask(each.title, ask, signal)
    if (asked.kind === 'answered') assertions.push(...asked.value.assertions)
    else unanswered.push(asked)
  }
  return { assertions, unanswered }
}
