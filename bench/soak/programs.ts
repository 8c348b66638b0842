import { once } from 'node:events'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../src/base/postgres/database.ts'
import { startServing } from '../../test/page/support/serve.ts'
import { startProgram } from '../../test/support/program.ts'
import { startPostgres, whyMissing } from '../../test/support/servers/postgres.ts'

/** What is watched: processes of ours, and the database that they share. */
export interface Programs extends AsyncDisposable {
  /** Of the server. */
  readonly address: string
  readonly processes: readonly { readonly name: string; readonly pid: number }[]
  /** Where `collect.ts` in them writes. */
  readonly folder: string
  /** Connections that the database has from them; absent where there is none. */
  readonly countConnections?: () => Promise<number>
}

/** A server that has its jobs in PostgreSQL, with a worker beside it; or a server alone, where there is none. */
export async function startPrograms(home: string): Promise<Programs> {
  await using opening = new AsyncDisposableStack()
  const variables: NodeJS.ProcessEnv = {
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'collect.ts')}`,
    SOAK_FOLDER: home,
    SONGKEEP_METRICS: '1',
    SONGKEEP_LOG: 'json',
    SONGKEEP_DATA: join(home, '.data'),
  }
  const missing = whyMissing()
  if (missing) console.warn(`No PostgreSQL here (${missing}): the server is watched alone.`)
  const postgres = missing ? undefined : opening.use(await startPostgres({ isDurable: true }))
  if (postgres) variables.SONGKEEP_DATABASE_URL = await postgres.newDatabase()
  const serving = await startServing(home, 0, variables)
  opening.defer(() => serving.stop())
  const processes = [{ name: 'server', pid: serving.child.pid ?? 0 }]
  if (postgres) processes.push({ name: 'worker', pid: startWorker(home, variables, opening) })
  const own = postgres && opening.use(await openDatabase(postgres.url(), { width: 1 }))
  const stack = opening.move()
  return {
    address: serving.address,
    processes,
    folder: home,
    countConnections: own && (() => own.repeat(() => countOthers(own))),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

function startWorker(home: string, variables: NodeJS.ProcessEnv, opening: AsyncDisposableStack) {
  const { child } = startProgram(['worker', '--width', '1'], join(home, '.cache'), '', variables)
  opening.defer(async () => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'close')
  })
  return child.pid ?? 0
}

/** Of other programs than this one, which is in another database. */
async function countOthers(database: Database): Promise<number> {
  const [row] = await database.query<{ connections: number }>(
    `SELECT count(*)::int AS connections FROM pg_stat_activity
     WHERE backend_type = 'client backend' AND datname <> current_database()`,
  )
  return row?.connections ?? 0
}
