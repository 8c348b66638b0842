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
  'app.name-empty': 'Der Name, den --as angibt, ist leer.',
  'app.name-for-one': ({ playlists }) =>
    `--as benennt eine Playlist, die Eingabe enthält ${playlists}.`,
  'app.choose-playlist': 'Wählen Sie eine davon: --playlist NAME',
  'app.name-library': 'Nennen Sie einen Ordner mit Musik: --library ~/Music',
  ...jobs,
  ...push,
  ...runs,
  ...services,
  ...settings,
}
