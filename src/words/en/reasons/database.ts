import type { DatabaseReasons } from '../../../model/reasons/database.ts'
import type { Sentences } from '../../sentences.ts'
import { units } from '../units.ts'

const { count } = units

export const database: Sentences<DatabaseReasons> = {
  'database.no-address': 'SONGKEEP_DATABASE_URL is no address of a PostgreSQL database.',
  'database.give-address': 'Write it like this: postgres://user:password@host:5432/name',
  'database.not-reached': ({ host, port, database, said }) =>
    `The database ${database} at ${host}:${port} cannot be used: ${said}`,
  'database.check-address':
    'Look whether PostgreSQL runs there, and whether name and password in SONGKEEP_DATABASE_URL are right.',
  'database.awaited': ({ host, port, database, said, seconds }) =>
    `The database ${database} at ${host}:${port} does not answer yet${said && ` (${said})`}. Waiting for it, ${count(seconds)} seconds at most.`,
  'database.too-new': ({ database, set, known, found }) =>
    `The tables “${set}” in ${database} are of a later version of Songkeep (migration ${count(found)}; this one knows ${count(known)}).`,
  'database.ahead': ({ database, name, known, found }) =>
    `A later version of Songkeep has been at the tables “${name}” in ${database} (migration ${count(found)}; this one knows ${count(known)}): this one goes on working, and should be brought up to date.`,
}
