import type { OtherReasons } from '../../../model/reasons/others.ts'
import type { Sentences } from '../../sentences.ts'
import { app } from './app/all.ts'
import { catalogue } from './catalogue.ts'
import { database } from './database.ts'
import { playlist } from './playlist/all.ts'
import { fixity } from './preserve/fixity/all.ts'
import { mirror } from './preserve/mirror.ts'
import { packages } from './preserve/packages/all.ts'
import { preserve } from './preserve/preserve.ts'
import { sharing } from './preserve/sharing.ts'
import { stores } from './preserve/stores.ts'
import { publishedCatalogue } from './published-catalogue.ts'
import { server } from './server.ts'

/** All the rest, which the page loads when it first has to say one of them. */
export const otherReasons: Sentences<OtherReasons> = {
  ...app,
  ...catalogue,
  ...database,
  ...fixity,
  ...packages,
  ...mirror,
  ...playlist,
  ...preserve,
  ...publishedCatalogue,
  ...server,
  ...sharing,
  ...stores,
}
