import type { ArchiveReasons } from '../../../../model/reasons/archive/all.ts'
import type { Sentences } from '../../../sentences.ts'
import { reindex } from './reindex.ts'
import { storage } from './storage.ts'
import { stored } from './stored.ts'
import { template } from './template.ts'

export const archive: Sentences<ArchiveReasons> = {
  ...reindex,
  ...storage,
  ...stored,
  ...template,
}
