import type { AppReasons } from '../../../model/reasons/app.ts'
import type { Sentences } from '../../sentences.ts'
import { doctor } from './doctor.ts'

export const app: Sentences<AppReasons> = {
  ...doctor,
  'app.name-empty': 'Der Name, den --as angibt, ist leer.',
  'app.name-for-one': ({ playlists }) =>
    `--as benennt eine Playlist, die Eingabe enthält ${playlists}.`,
  'app.choose-playlist': 'Wählen Sie eine davon: --playlist NAME',
  'app.nowhere-to-look': 'Es gibt keinen Ort, an dem nach den Titeln zu suchen wäre.',
  'app.name-library': 'Nennen Sie einen Ordner mit Musik: --library ~/Music',
}
