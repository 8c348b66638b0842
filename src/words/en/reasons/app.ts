import type { AppReasons } from '../../../model/reasons/app.ts'
import type { Sentences } from '../../sentences.ts'
import { doctor } from './doctor.ts'

export const app: Sentences<AppReasons> = {
  ...doctor,
  'app.name-empty': 'The name that --as gives is empty.',
  'app.name-for-one': ({ playlists }) =>
    `--as names one playlist, and the input holds ${playlists}.`,
  'app.choose-playlist': 'Choose one of them: --playlist NAME',
  'app.nowhere-to-look': 'There is nowhere to look for the tracks.',
  'app.name-library': 'Name a folder of music: --library ~/Music',
}
