import type { MigrationSet } from '../../../base/postgres/migrate.ts'
import { OWNERS } from './owners.ts'
import { PLACE } from './place.ts'
import { RELEASE } from './release.ts'
import { STEER } from './steer.ts'
import { TABLES } from './tables.ts'
import { TAKE } from './take.ts'

/**
 * The tables of the queue, and what is done to them in one go: functions of the database, for a claim takes half a
 * dozen statements, each of which would be a journey of its own. A published step is never changed; a function that has
 * to change gets a new name in a new step, so that programs of both versions run beside one another.
 */
export const jobMigrations: MigrationSet = {
  name: 'jobs',
  steps: [{ sql: [TABLES, PLACE, TAKE, RELEASE, STEER].join('\n') }, { sql: OWNERS }],
}
