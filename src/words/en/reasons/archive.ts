import type { ArchiveReasons } from '../../../model/reasons/archive.ts'
import type { Sentences } from '../../sentences.ts'

export const archive: Sentences<ArchiveReasons> = {}
