import type { Words } from '../words.ts'
import { advice } from './advice.ts'
import { health } from './archives/health.ts'
import { mirror } from './archives/mirror.ts'
import { packages } from './archives/packages.ts'
import { tail } from './archives/tail.ts'
import { commandLine } from './command-line/index.ts'
import { common } from './common.ts'
import { guide } from './guide/index.ts'
import { missing } from './missing.ts'
import { progress } from './progress.ts'
import { reasons } from './reasons/index.ts'
import { report } from './report.ts'
import { terminal } from './terminal.ts'

export const de: Words = {
  ...common,
  reasons,
  advice,
  commandLine,
  guide,
  health,
  mirror,
  missing,
  packages,
  progress,
  report,
  tail,
  terminal,
}
