import type { AppReasons } from '../../../../model/reasons/app/all.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'
import { doctor } from '../doctor.ts'
import { correct } from './correct.ts'
import { jobs } from './jobs.ts'
import { push } from './push.ts'
import { runs } from './runs.ts'
import { services } from './services.ts'
import { settings } from './settings.ts'
import { tail } from './tail.ts'

const { count } = units

export const app: Sentences<AppReasons> = {
  ...doctor,
  'app.name-empty': 'The name that --as gives is empty.',
  'app.name-for-one': ({ playlists }) =>
    `--as names one playlist, and the input holds ${count(playlists)}.`,
  'app.choose-playlist': 'Choose one of them: --playlist NAME',
  'app.name-library': 'Name a folder of music: --library ~/Music',
  ...correct,
  ...jobs,
  ...push,
  ...runs,
  ...services,
  ...settings,
  ...tail,
}
