import type { AppReasons } from '../../../model/reasons/app.ts'
import type { Sentences } from '../../sentences.ts'
import { jobs } from './app/jobs.ts'
import { push } from './app/push.ts'
import { runs } from './app/runs.ts'
import { services } from './app/services.ts'
import { settings } from './app/settings.ts'
import { doctor } from './doctor.ts'

export const app: Sentences<AppReasons> = {
  ...doctor,
  'app.name-empty': 'The name that --as gives is empty.',
  'app.name-for-one': ({ playlists }) =>
    `--as names one playlist, and the input holds ${playlists}.`,
  'app.choose-playlist': 'Choose one of them: --playlist NAME',
  'app.name-library': 'Name a folder of music: --library ~/Music',
  ...jobs,
  ...push,
  ...runs,
  ...services,
  ...settings,
}
