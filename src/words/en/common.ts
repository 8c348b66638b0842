import type { CommonWords } from '../words.ts'
import { changes } from './changes.ts'
import { doctor } from './doctor.ts'
import { evidence } from './evidence.ts'
import { exportFormats } from './export-formats.ts'
import { outcomes } from './outcomes.ts'
import { rowReasons } from './reasons/rows.ts'
import { units } from './units.ts'

export const common: CommonWords = {
  language: 'en',
  units,
  reasons: rowReasons,
  outcomes,
  evidence,
  changes,
  doctor,
  exportFormats,
}
