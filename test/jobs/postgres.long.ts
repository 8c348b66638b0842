import { onTestFinished } from 'vitest'
import { openDatabase } from '../../src/base/postgres/database.ts'
import { migrate } from '../../src/base/postgres/migrate.ts'
import { jobMigrations } from '../../src/jobs/postgres/migrations/all.ts'
import { openPostgresQueue } from '../../src/jobs/postgres/postgres-queue.ts'
import { testQueue } from '../contract/queue.ts'
import { describePostgres } from '../support/servers/postgres.ts'

describePostgres('a queue on PostgreSQL', (running) => {
  testQueue(() => {
    const url = running().newDatabase()
    let aheadMs = 0
    return {
      async open() {
        const database = await openDatabase(await url)
        onTestFinished(() => database[Symbol.asyncDispose]())
        await migrate(database, [jobMigrations])
        return openPostgresQueue(database, { aheadMs: () => aheadMs })
      },
      wait: (ms) => {
        aheadMs += ms
      },
    }
  })
})
