import { makeUnits } from '../units.ts'
import type { Words } from '../words.ts'
import { reasons } from './reasons/index.ts'

export const en: Words = {
  language: 'en',
  units: makeUnits('en-GB'),
  reasons,
}
