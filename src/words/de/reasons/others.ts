import type { OtherReasons } from '../../../model/reasons/others.ts'
import type { Sentences } from '../../sentences.ts'
import { app } from './app/all.ts'
import { catalogue } from './catalogue.ts'
import { playlist } from './playlist/all.ts'
import { fixity } from './preserve/fixity/all.ts'
import { mirror } from './preserve/mirror.ts'
import { preserve } from './preserve/preserve.ts'
import { sharing } from './preserve/sharing.ts'
import { stores } from './preserve/stores.ts'
import { server } from './server.ts'

/** Of lists, settings, catalogues and copies: the page loads them when it first has to say one of them. */
export const otherReasons: Sentences<OtherReasons> = {
  ...app,
  ...catalogue,
  ...fixity,
  ...mirror,
  ...playlist,
  ...preserve,
  ...server,
  ...sharing,
  ...stores,
}
