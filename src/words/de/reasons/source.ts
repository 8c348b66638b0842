import type { SourceReasons } from '../../../model/reasons/source.ts'
import type { Sentences } from '../../sentences.ts'

export const source: Sentences<SourceReasons> = {}
