import type { AppReasons } from '../../../model/reasons/app.ts'
import type { Sentences } from '../../sentences.ts'

export const app: Sentences<AppReasons> = {
  'app.name-empty': 'Der Name, den --as angibt, ist leer.',
  'app.name-for-one': ({ playlists }) =>
    `--as benennt eine Playlist, die Eingabe enthält ${playlists}.`,
  'app.choose-playlist': 'Wählen Sie eine davon: --playlist NAME',
}
