import type { ArchiveReasons } from '../../../model/reasons/archive.ts'
import type { Sentences } from '../../sentences.ts'
import { storage } from './archive/storage.ts'
import { stored } from './archive/stored.ts'
import { template } from './archive/template.ts'

export const archive: Sentences<ArchiveReasons> = { ...storage, ...stored, ...template }
