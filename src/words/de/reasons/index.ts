import type { ReasonParams } from '../../../model/reasons/index.ts'
import type { Sentences } from '../../sentences.ts'
import { app } from './app/all.ts'
import { archive } from './archive/all.ts'
import { backup } from './backup/all.ts'
import { catalogue } from './catalogue.ts'
import { jobs } from './jobs.ts'
import { match } from './match.ts'
import { media } from './media/all.ts'
import { network } from './network.ts'
import { playlist } from './playlist/all.ts'
import { rights } from './rights.ts'
import { server } from './server.ts'
import { source } from './source/all.ts'
import { storage } from './storage.ts'

export const reasons: Sentences<ReasonParams> = {
  ...app,
  ...archive,
  ...backup,
  ...catalogue,
  ...jobs,
  ...match,
  ...media,
  ...network,
  ...playlist,
  ...rights,
  ...server,
  ...source,
  ...storage,
  text: ({ text }) => text,
}
