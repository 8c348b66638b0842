import type { BackupReasons } from '../../../model/reasons/backup.ts'
import type { Sentences } from '../../sentences.ts'

export const backup: Sentences<BackupReasons> = {}
