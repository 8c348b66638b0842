import type { Words } from '../words.ts'
import { advice } from './advice.ts'
import { changes } from './changes.ts'
import { evidence } from './evidence.ts'
import { outcomes } from './outcomes.ts'
import { reasons } from './reasons/index.ts'
import { report } from './report.ts'
import { terminal } from './terminal.ts'
import { units } from './units.ts'

export const en: Words = {
  language: 'en',
  units,
  reasons,
  outcomes,
  evidence,
  advice,
  changes,
  report,
  terminal,
}
