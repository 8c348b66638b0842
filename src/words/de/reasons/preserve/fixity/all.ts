import type { FixityReasons } from '../../../../../model/reasons/preserve/fixity/all.ts'
import type { Sentences } from '../../../../sentences.ts'
import { parity } from './parity.ts'

export const fixity: Sentences<FixityReasons> = { ...parity }
