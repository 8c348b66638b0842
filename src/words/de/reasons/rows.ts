import type { RowReasons } from '../../../model/reasons/rows.ts'
import type { Sentences } from '../../sentences.ts'
import { archive } from './archive/all.ts'
import { backup } from './backup/all.ts'
import { jobs } from './jobs.ts'
import { match } from './match.ts'
import { media } from './media/all.ts'
import { network } from './network.ts'
import { rights } from './rights.ts'
import { source } from './source/all.ts'
import { storage } from './storage.ts'

/** What is said of tracks and their files: the page says it in every view. */
export const rowReasons: Sentences<RowReasons> = {
  ...archive,
  ...backup,
  ...jobs,
  ...match,
  ...media,
  ...network,
  ...rights,
  ...source,
  ...storage,
  text: ({ text }) => text,
}
