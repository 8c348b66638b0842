import type { Recording } from '../../model/recording.ts'
import type { Assertion, Unanswered, Verdict } from '../../model/verdict.ts'
import { type AssertionAnswers, judge, type Policy } from '../../rights/judge.ts'

/**
 * The verdicts on one track's candidates: the only place of the walk that judges. Each candidate is judged once,
 * and again only where more has become known of the track since.
 */
export class Judgements {
  readonly #policy: Policy
  readonly #verdicts = new Map<Recording, Verdict>()
  #assertions: readonly Assertion[] = []
  #unanswered: readonly Unanswered[] = []

  constructor(policy: Policy) {
    this.#policy = policy
  }

  /** What is known of the track from elsewhere: it may contradict a verdict that was given without it. */
  addAssertions(assertions: readonly Assertion[]): void {
    if (assertions.length === 0) return
    this.#assertions = [...this.#assertions, ...assertions]
    this.#verdicts.clear()
  }

  /** Somebody whose word is needed could not be asked. */
  addUnanswered(unanswered: Unanswered): void {
    this.#unanswered = [...this.#unanswered, unanswered]
    this.#verdicts.clear()
  }

  /** All that speaks for or against whoever put the track somewhere. */
  get answers(): AssertionAnswers {
    return { assertions: this.#assertions, unanswered: this.#unanswered }
  }

  of(recording: Recording): Verdict {
    const known = this.#verdicts.get(recording)
    if (known) return known
    const verdict = judge(recording, this.#policy, this.answers)
    this.#verdicts.set(recording, verdict)
    return verdict
  }

  /** With what concerns this recording's file alone. */
  again(recording: Recording, more: AssertionAnswers): Verdict {
    return judge(recording, this.#policy, {
      assertions: [...this.#assertions, ...more.assertions],
      unanswered: [...this.#unanswered, ...more.unanswered],
    })
  }
}
