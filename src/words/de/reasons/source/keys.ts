import type { KeyReasons } from '../../../../model/reasons/source/keys.ts'
import type { Sentences } from '../../../sentences.ts'

export const keys: Sentences<KeyReasons> = {
  'source.acoustid-adds':
    'Erkennt eine Kopie an ihrem Klang, damit niemand verschenken kann, was einem anderen gehört.',
  'source.jamendo-adds':
    'Findet Musik unter Creative-Commons-Lizenzen, die von den Künstlern selbst dort eingestellt wurde.',
  'source.listenbrainz-adds':
    'Erkennt Aufnahmen, die in MusicBrainz anders geschrieben sind, und sagt, welche am meisten gehört werden; liest die eigenen privaten Playlists dort und legt andere dort an (songkeep push).',
  'source.youtube-adds':
    'Liest Playlists von YouTube und YouTube Music; prüft Links dorthin und sucht dort nach dem offiziellen Video eines Titels.',
}
