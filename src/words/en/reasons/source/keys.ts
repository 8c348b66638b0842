import type { KeyReasons } from '../../../../model/reasons/source/keys.ts'
import type { Sentences } from '../../../sentences.ts'

export const keys: Sentences<KeyReasons> = {
  'source.acoustid-adds':
    'Recognises a copy by its sound, so that nobody’s recording is taken for somebody else’s gift.',
  'source.jamendo-adds':
    'Finds music under Creative Commons licences that its artists have put there themselves.',
  'source.listenbrainz-adds':
    'Recognises recordings that are spelled otherwise in MusicBrainz, and tells which are listened to most.',
  'source.youtube-adds':
    'Checks links to YouTube, and searches there for the official video of a track.',
}
