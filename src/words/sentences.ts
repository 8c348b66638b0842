import type { AnyReason } from '../model/reasons/any-reason.ts'
import type { Units } from './units.ts'

/** What a sentence may be made with besides its parameters. */
export interface Speaker {
  /** A reason within this one. */
  say(reason: AnyReason): string
  readonly units: Units
}

/** A sentence for each code; what has parameters is a function of them. A missing one does not compile. */
export type Sentences<Params> = {
  readonly [Code in keyof Params]: string | ((params: Params[Code], speaker: Speaker) => string)
}
