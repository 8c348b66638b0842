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
  'app.name-empty': 'Der Name, den --as angibt, ist leer.',
  'app.name-for-one': ({ playlists }) =>
    `--as benennt eine Playlist, die Eingabe enthält ${count(playlists)}.`,
  'app.choose-playlist': 'Eine davon wählen: --playlist NAME',
  'app.name-library': 'Einen Ordner mit Musik nennen: --library ~/Music',
  ...correct,
  ...jobs,
  ...push,
  ...runs,
  ...services,
  ...settings,
  ...tail,
}
