import type { AppTailReasons } from '../../../../model/reasons/app/tail.ts'
import type { Sentences } from '../../../sentences.ts'

export const tail: Sentences<AppTailReasons> = {
  'app.tail-no-plays': 'The history tells of no plays.',
  'app.tail-name-history':
    'Name a listening history: a Spotify export, Last.fm, ListenBrainz, or a library that counts plays.',
}
