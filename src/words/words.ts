import type { ReasonParams } from '../model/reasons/index.ts'
import type { Language } from './language.ts'
import type { Sentences } from './sentences.ts'
import type { Units } from './units.ts'

/** One language: all that is said to people, in the terminal, in the report and on the page. */
export interface Words {
  readonly language: Language
  readonly units: Units
  readonly reasons: Sentences<ReasonParams>
}
