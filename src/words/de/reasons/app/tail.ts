import type { AppTailReasons } from '../../../../model/reasons/app/tail.ts'
import type { Sentences } from '../../../sentences.ts'

export const tail: Sentences<AppTailReasons> = {
  'app.tail-no-plays': 'Der Hörverlauf nennt keine Wiedergaben.',
  'app.tail-name-history':
    'Nennen Sie einen Hörverlauf: einen Export von Spotify, Last.fm, ListenBrainz oder eine Bibliothek, die Wiedergaben zählt.',
}
