import type { StorageReasons } from '../../../model/reasons/storage.ts'
import type { Sentences } from '../../sentences.ts'
import { aside, because } from '../foreign.ts'

/** What the system's codes mean. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'die Datei oder den Ordner gibt es nicht',
  ENOTDIR: 'es ist kein Ordner',
  EISDIR: 'es ist ein Ordner',
  EEXIST: 'es ist schon da',
  EACCES: 'der Zugriff ist nicht erlaubt',
  EPERM: 'es ist nicht erlaubt',
  EROFS: 'es kann nur gelesen werden',
  ENOSPC: 'auf dem Datenträger ist kein Platz mehr',
  EDQUOT: 'für diesen Benutzer ist kein Platz mehr',
  EIO: 'der Datenträger liest oder schreibt nicht',
  EBUSY: 'es wird gerade benutzt',
  ELOOP: 'die Verknüpfungen führen im Kreis',
  ENAMETOOLONG: 'der Name ist zu lang',
  EMFILE: 'zu viele Dateien sind offen',
  ENFILE: 'zu viele Dateien sind offen',
  ENOTEMPTY: 'der Ordner ist nicht leer',
  EXDEV: 'es liegt auf einem anderen Datenträger',
  ENODEV: 'der Datenträger ist fort',
  ENXIO: 'der Datenträger ist fort',
  ESTALE: 'das Netzlaufwerk ist fort',
  ETIMEDOUT: 'es hat zu lange gedauert',
  ENOMEM: 'der Arbeitsspeicher reicht nicht',
}

export const storage: Sentences<StorageReasons> = {
  'storage.system': ({ code, path }) =>
    `${SYSTEM[code] ?? `das System meldet ${code}`}${path === undefined ? '' : ` (${path})`}`,
  'storage.disk-full': ({ why }, { say }) => `Der Speicher ist voll${aside(why, say)}.`,
  'storage.make-room': 'Platz schaffen oder einen anderen Ort wählen, dann noch einmal starten.',
  'storage.part-not-kept': ({ why }) =>
    `Eine Datei kann beim Holen nicht abgelegt werden (${why}).`,
  'storage.check-part-folder':
    'Bitte nachsehen, ob der Ordner für unfertige Dateien da ist und beschrieben werden darf.',
  'storage.lock-not-empty': ({ path }) => `Die Sperre ist keine leere Datei: ${path}`,
  'storage.remove-lock': 'Sie entfernen und es noch einmal versuchen.',
  'storage.locked': ({ folder }) => `In ${folder} arbeitet schon ein anderer Lauf.`,
  'storage.wait-for-lock':
    'Warten, bis er endet, oder ihn anhalten; eine Sperre überlebt ihren Lauf nie.',
  'storage.no-lock': ({ path, why }, { say }) =>
    `Die Sperre ${path} ist nicht zu bekommen${because(why, say)}.`,
  'storage.check-lock-folder':
    'Der Ordner muss beschreibbar sein, und sein Dateisystem muss Sperren kennen.',
}
