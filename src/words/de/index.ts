import { makeUnits } from '../units.ts'
import type { Words } from '../words.ts'
import { reasons } from './reasons/index.ts'

export const de: Words = {
  language: 'de',
  units: makeUnits('de-DE'),
  reasons,
}
