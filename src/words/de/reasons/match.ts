import type { MatchReasons } from '../../../model/reasons/match.ts'
import type { Sentences } from '../../sentences.ts'

export const match: Sentences<MatchReasons> = {}
