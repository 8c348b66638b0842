import { makeUnits } from '../units.ts'

export const units = makeUnits('en-GB')
