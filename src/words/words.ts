import type { ReasonParams } from '../model/reasons/index.ts'
import type { advice } from './en/advice.ts'
import type { health } from './en/archives/health.ts'
import type { mirror } from './en/archives/mirror.ts'
import type { packages } from './en/archives/packages.ts'
import type { tail } from './en/archives/tail.ts'
import type { changes } from './en/changes.ts'
import type { commandLine } from './en/command-line/index.ts'
import type { doctor } from './en/doctor.ts'
import type { evidence } from './en/evidence.ts'
import type { exportFormats } from './en/export-formats.ts'
import type { missing } from './en/missing.ts'
import type { outcomes } from './en/outcomes.ts'
import type { progress } from './en/progress.ts'
import type { report } from './en/report.ts'
import type { terminal } from './en/terminal.ts'
import type { GuideWords } from './guide-words.ts'
import type { Language } from './language.ts'
import type { Sentences } from './sentences.ts'
import type { Units } from './units.ts'

/**
 * What one language says everywhere, on the page too, which loads no more than this and, where it has to say them, the
 * other reasons (`reasons/others.ts`). The English sections give the shape; every other language has to fill it.
 */
export interface CommonWords {
  readonly language: Language
  readonly units: Units
  readonly reasons: Partial<Sentences<ReasonParams>>
  readonly outcomes: typeof outcomes
  readonly evidence: typeof evidence
  readonly changes: typeof changes
  readonly doctor: typeof doctor
  readonly exportFormats: typeof exportFormats
}

/** All that one language says: in the terminal and in the report besides. */
export interface Words extends CommonWords {
  readonly reasons: Sentences<ReasonParams>
  readonly advice: typeof advice
  readonly commandLine: typeof commandLine
  readonly guide: GuideWords
  readonly health: typeof health
  readonly mirror: typeof mirror
  readonly missing: typeof missing
  readonly packages: typeof packages
  readonly progress: typeof progress
  readonly report: typeof report
  readonly tail: typeof tail
  readonly terminal: typeof terminal
}
