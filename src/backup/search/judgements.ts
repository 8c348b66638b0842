import type { Recording } from '../../model/recording.ts'
import type { Assertion, Verdict } from '../../model/verdict.ts'
import { judge, type Policy } from '../../rights/judge.ts'

/**
 * The verdicts on one track's candidates: the only place of the walk that judges. Each candidate is judged once,
 * and again only where assertions have come in since.
 */
export class Judgements {
  readonly #policy: Policy
  readonly #verdicts = new Map<Recording, Verdict>()
  #assertions: readonly Assertion[] = []

  constructor(policy: Policy) {
    this.#policy = policy
  }

  /** What is known of the track from elsewhere: it may contradict a verdict that was given without it. */
  hear(assertions: readonly Assertion[]): void {
    if (assertions.length === 0) return
    this.#assertions = [...this.#assertions, ...assertions]
    this.#verdicts.clear()
  }

  of(recording: Recording): Verdict {
    const known = this.#verdicts.get(recording)
    if (known) return known
    const verdict = judge(recording, this.#policy, this.#assertions)
    this.#verdicts.set(recording, verdict)
    return verdict
  }

  /** With assertions that concern this recording's file alone. */
  again(recording: Recording, assertions: readonly Assertion[]): Verdict {
    return judge(recording, this.#policy, [...this.#assertions, ...assertions])
  }
}
