import type { RightsReasons } from '../../../model/reasons/rights.ts'
import type { Sentences } from '../../sentences.ts'

export const rights: Sentences<RightsReasons> = {}
