import type { Need, Sound } from './work.ts'

/** Where an entry is: `ahead` until it is begun. */
export type Stage =
  | 'ahead'
  | 'searching'
  | 'asking'
  | 'found'
  | 'fetching'
  | 'making'
  | 'storing'
  | 'ended'

/** What is known of one entry's way. */
export interface EntryState {
  stage: Stage
  /** By the list; absent where it does not say. */
  readonly durationMs: number | undefined
  need: Need | undefined
  sound: Sound | undefined
  /** Those on the network were asked about it. */
  hasAsked: boolean
  /** What an encoder has done of it, in milliseconds of sound; undefined before it has one. */
  madeMs: number | undefined
}

export const newEntry = (durationMs: number | undefined): EntryState => ({
  stage: 'ahead',
  durationMs,
  need: undefined,
  sound: undefined,
  hasAsked: false,
  madeMs: undefined,
})

/** Where no list and no file says how long anything is. */
const USUAL_MS = 4 * 60_000

/** How long sounds are, by those whose length is known. */
export class Lengths {
  #sum = 0
  #count = 0

  add(durationMs: number | undefined): void {
    if (durationMs === undefined || !(durationMs > 0)) return
    this.#sum += durationMs
    this.#count++
  }

  get meanMs(): number {
    return this.#count > 0 ? this.#sum / this.#count : USUAL_MS
  }
}
