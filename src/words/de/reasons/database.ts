import type { DatabaseReasons } from '../../../model/reasons/database.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { count } = units

export const database: Sentences<DatabaseReasons> = {
  'database.no-address': 'SONGKEEP_DATABASE_URL ist keine Adresse einer PostgreSQL-Datenbank.',
  'database.give-address': 'So wird sie geschrieben: postgres://nutzer:passwort@host:5432/name',
  'database.not-reached': ({ host, port, database, said }) =>
    `Die Datenbank ${database} auf ${host}:${port} lässt sich nicht benutzen: ${said}`,
  'database.check-address':
    'Prüfe, ob PostgreSQL dort läuft und ob Name und Passwort in SONGKEEP_DATABASE_URL stimmen.',
  'database.awaited': ({ host, port, database, said, seconds }) =>
    `Die Datenbank ${database} auf ${host}:${port} antwortet noch nicht${said && ` (${said})`}. Höchstens ${count(seconds)} Sekunden wird auf sie gewartet.`,
  'database.too-new': ({ database, set, known, found }) =>
    `Die Tabellen „${set}“ in ${database} stammen von einer neueren Version von Songkeep (Migration ${count(found)}; diese kennt ${count(known)}).`,
  'database.ahead': ({ database, name, known, found }) =>
    `Eine neuere Version von Songkeep war an den Tabellen „${name}“ in ${database} (Migration ${count(found)}; diese kennt ${count(known)}): Diese arbeitet weiter und sollte auf den neuesten Stand gebracht werden.`,
}
