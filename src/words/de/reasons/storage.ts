import type { StorageReasons } from '../../../model/reasons/storage.ts'
import type { Sentences } from '../../sentences.ts'

export const storage: Sentences<StorageReasons> = {
  'storage.disk-full': ({ why }) => `Der Speicher ist voll (${why}).`,
  'storage.make-room': 'Schaffen Sie Platz oder wählen Sie einen anderen Ort, und starten Sie neu.',
  'storage.part-not-kept': ({ why }) =>
    `Eine Datei kann beim Holen nicht abgelegt werden (${why}).`,
  'storage.check-part-folder':
    'Sehen Sie nach, ob der Ordner für unfertige Dateien da ist und beschrieben werden darf.',
  'storage.lock-not-empty': ({ path }) => `Die Sperre ist keine leere Datei: ${path}`,
  'storage.remove-lock': 'Entfernen Sie sie, und versuchen Sie es noch einmal.',
  'storage.locked': ({ folder }) => `In ${folder} arbeitet schon ein anderer Lauf.`,
  'storage.wait-for-lock':
    'Warten Sie, bis er endet, oder halten Sie ihn an; eine Sperre überlebt ihren Lauf nie.',
  'storage.no-lock': ({ path, why }, { say }) =>
    `Die Sperre ${path} ist nicht zu bekommen: ${say(why)}`,
  'storage.check-lock-folder':
    'Der Ordner muss beschreibbar sein, und sein Dateisystem muss Sperren kennen.',
}
