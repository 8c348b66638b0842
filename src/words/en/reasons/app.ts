import type { AppReasons } from '../../../model/reasons/app.ts'
import type { Sentences } from '../../sentences.ts'

export const app: Sentences<AppReasons> = {
  'app.name-empty': 'The name that --as gives is empty.',
  'app.name-for-one': ({ playlists }) =>
    `--as names one playlist, and the input holds ${playlists}.`,
  'app.choose-playlist': 'Choose one of them: --playlist NAME',
}
