import type { KeyReasons } from '../../../../model/reasons/source/keys.ts'
import type { Sentences } from '../../../sentences.ts'

export const keys: Sentences<KeyReasons> = {
  'source.acoustid-adds':
    'Recognises a copy by its sound, so that nobody’s recording is taken for somebody else’s gift.',
  'source.jamendo-adds':
    'Finds music under Creative Commons licences that its artists have put there themselves.',
  'source.listenbrainz-adds':
    'Recognises recordings that are spelled otherwise in MusicBrainz, and tells which are listened to most; reads your private playlists there, and puts others there (songkeep push).',
  'source.youtube-adds':
    'Reads playlists of YouTube and YouTube Music; checks links to it, and searches there for the official video of a track.',
}
