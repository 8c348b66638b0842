import type { ReasonParams } from '../model/reasons/index.ts'
import type { advice } from './en/advice.ts'
import type { changes } from './en/changes.ts'
import type { evidence } from './en/evidence.ts'
import type { outcomes } from './en/outcomes.ts'
import type { report } from './en/report.ts'
import type { terminal } from './en/terminal.ts'
import type { Language } from './language.ts'
import type { Sentences } from './sentences.ts'
import type { Units } from './units.ts'

/**
 * One language: all that is said to people, in the terminal, in the report and on the page. The English
 * sections give the shape; every other language has to fill it.
 */
export interface Words {
  readonly language: Language
  readonly units: Units
  readonly reasons: Sentences<ReasonParams>
  readonly outcomes: typeof outcomes
  readonly evidence: typeof evidence
  readonly advice: typeof advice
  readonly changes: typeof changes
  readonly report: typeof report
  readonly terminal: typeof terminal
}
