import { makeUnits } from '../units.ts'

export const units = makeUnits('de-DE')
