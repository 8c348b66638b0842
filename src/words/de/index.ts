import type { Words } from '../words.ts'
import { advice } from './advice.ts'
import { commandLine } from './command-line/index.ts'
import { common } from './common.ts'
import { health } from './health.ts'
import { mirror } from './mirror.ts'
import { packages } from './packages.ts'
import { reasons } from './reasons/index.ts'
import { report } from './report.ts'
import { tail } from './tail.ts'
import { terminal } from './terminal.ts'

export const de: Words = {
  ...common,
  reasons,
  advice,
  commandLine,
  health,
  mirror,
  packages,
  report,
  tail,
  terminal,
}
