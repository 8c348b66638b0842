import type { OtherReasons } from '../../../model/reasons/others.ts'
import type { Sentences } from '../../sentences.ts'
import { app } from './app/all.ts'
import { catalogue } from './catalogue.ts'
import { fixity } from './fixity/all.ts'
import { mirror } from './mirror.ts'
import { packages } from './packages/all.ts'
import { playlist } from './playlist/all.ts'
import { preserve } from './preserve.ts'
import { server } from './server.ts'
import { sharing } from './sharing.ts'
import { stores } from './stores.ts'

/** All the rest, which the page loads when it first has to say one of them. */
export const otherReasons: Sentences<OtherReasons> = {
  ...app,
  ...catalogue,
  ...fixity,
  ...packages,
  ...mirror,
  ...playlist,
  ...preserve,
  ...server,
  ...sharing,
  ...stores,
}
