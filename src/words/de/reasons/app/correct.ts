import type { AppCorrectReasons } from '../../../../model/reasons/app/correct.ts'
import type { Sentences } from '../../../sentences.ts'

export const correct: Sentences<AppCorrectReasons> = {
  'app.not-audio': ({ name }) => `${name} ist keine Tondatei, die Songkeep lesen kann.`,
  'app.not-asked': ({ by, reason }, { say }) => `${by} ließ sich nicht fragen: ${say(reason)}`,
  'app.no-library-to-search': 'Es gibt keinen Musikordner von dir, in dem gesucht werden könnte.',
  'app.no-catalogue-to-search': 'Es gibt keinen Katalog, in dem gesucht werden könnte.',
  'app.name-a-catalogue': 'Nenne einen in den Einstellungen.',
  'app.search-offline':
    'Songkeep soll offline bleiben, also wurde bei freien Quellen nichts gesucht.',
  'app.only-words':
    'Das sagt, wie die Aufnahme heißt, hat aber keinen Ton: Danach lässt sich suchen, behalten lässt es sich nicht.',
  'app.address-unknown': 'Damit kann Songkeep nichts nachschlagen.',
  'app.addresses-known':
    'Füge die Adresse einer Seite bei archive.org, Jamendo, Wikimedia Commons oder ccMixter ein, die einer Aufnahme bei MusicBrainz oder einen ISRC.',
  'app.address-needs-key': ({ by, variable }) =>
    `${by} wird nur mit einem Schlüssel von dir gefragt: ${variable}, in den Einstellungen.`,
}
