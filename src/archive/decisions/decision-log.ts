import type { Decision } from '../../model/decision.ts'
import type { Track } from '../../model/track.ts'
import { isSameTrack, trackFacts } from '../inventory/same-track.ts'
import type { DecisionLine } from './decision-line.ts'

/** The decisions that count, found by track: of two decisions on one track, the later one. */
export class DecisionLog {
  /** With their places in the order of the lines. */
  readonly #all = new Map<Decision, number>()
  readonly #byFact = new Map<string, Set<Decision>>()
  #lines = 0

  add({ track, choice, decidedAt }: DecisionLine) {
    for (const before of this.#findSame(track)) this.#delete(before)
    this.#lines++
    if (choice.kind === 'withdrawn') return
    const decision = { track, choice, decidedAt }
    this.#all.set(decision, this.#lines)
    for (const fact of trackFacts(track)) {
      const same = this.#byFact.get(fact)
      if (same) same.add(decision)
      else this.#byFact.set(fact, new Set([decision]))
    }
  }

  /** That of its own address first, then the latest: as the inventory finds what is kept for a track. */
  find(track: Track): Decision | undefined {
    const found = this.#findSame(track)
    const own = found.filter((decision) => decision.track.uri === track.uri)
    return (own.length > 0 ? own : found).at(-1)
  }

  /** In the order in which they were made. */
  list(): Decision[] {
    return [...this.#all.keys()]
  }

  #findSame(track: Track): Decision[] {
    const found = trackFacts(track).flatMap((fact) => [...(this.#byFact.get(fact) ?? [])])
    const place = (decision: Decision) => this.#all.get(decision) ?? 0
    return [...new Set(found)]
      .filter((decision) => isSameTrack(decision.track, track))
      .toSorted((a, b) => place(a) - place(b))
  }

  #delete(decision: Decision) {
    this.#all.delete(decision)
    for (const fact of trackFacts(decision.track)) {
      const same = this.#byFact.get(fact)
      if (same?.delete(decision) && same.size === 0) this.#byFact.delete(fact)
    }
  }
}
