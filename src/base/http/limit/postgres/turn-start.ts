import type { TurnCall } from '../rate-limiter.ts'
import { TurnLateError } from '../turn-late.ts'
import type { Turn } from './line.ts'

/**
 * When the request of a turn leaves. It may have to connect first: where that takes longer than the turn is good for,
 * the request does not leave, since others have been told that they may by then.
 */
export class TurnStart {
  readonly #turn: Turn
  /** How long after it was asked for the request left; where it was too late, when it would have. */
  lateMs = 0
  isLate = false

  constructor(turn: Turn) {
    this.#turn = turn
  }

  async call<Value>(call: TurnCall<Value>, signal: AbortSignal): Promise<Value> {
    this.#note()
    const calling = call(signal, () => this.#begin())
    // What does not tell when it begins has begun by now.
    this.#note()
    return await calling
  }

  #note(): void {
    this.lateMs = performance.now() - this.#turn.askedAt
  }

  #begin(): void {
    this.#note()
    this.isLate = this.lateMs > this.#turn.slackMs
    if (this.isLate) throw new TurnLateError()
  }
}
