import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../src/base/postgres/database.ts'
import { type MigrationSet, migrate } from '../../../src/base/postgres/migrate.ts'
import { describePostgres } from '../../support/servers/postgres.ts'

const fruit: MigrationSet = {
  name: 'fruit',
  steps: [
    { sql: 'CREATE TABLE songkeep.apple (id int); CREATE TABLE songkeep.pear (id int)' },
    { sql: 'ALTER TABLE songkeep.apple ADD name text' },
  ],
}
const first: MigrationSet = { ...fruit, steps: fruit.steps.slice(0, 1) }

describePostgres('migrations', (running) => {
  const open = async (url: string) => {
    const database = await openDatabase(url)
    onTestFinished(() => database[Symbol.asyncDispose]())
    return database
  }

  test('each step is done once, though many programs begin at once', async () => {
    const url = await running().newDatabase()
    const programs = await Promise.all([1, 2, 3, 4].map(() => open(url)))
    await Promise.all(programs.map((database) => migrate(database, [fruit])))
    const done = 'SELECT set, number FROM songkeep.migrations ORDER BY number'
    expect(await programs[0]!.query(done)).toEqual([
      { set: 'fruit', number: 1 },
      { set: 'fruit', number: 2 },
    ])
    await programs[0]!.run(`INSERT INTO songkeep.apple VALUES (1, 'x')`)
  })

  test('later steps follow, and sets are numbered apart', async () => {
    const database = await open(await running().newDatabase())
    expect(await migrate(database, [first])).toEqual([])
    const nuts = { name: 'nuts', steps: [{ sql: 'CREATE TABLE songkeep.nut (id int)' }] }
    await migrate(database, [fruit, nuts])
    await database.run(`INSERT INTO songkeep.apple VALUES (1, 'x')`)
    await database.run('INSERT INTO songkeep.nut VALUES (1)')
  })

  test('a step that fails leaves nothing of what came before it in the same run', async () => {
    const database = await open(await running().newDatabase())
    const broken = { ...fruit, steps: [...fruit.steps, { sql: 'CREATE NONSENSE' }] }
    await expect(migrate(database, [broken])).rejects.toMatchObject({ code: '42601' })
    await migrate(database, [fruit])
    expect(await database.query('SELECT * FROM songkeep.apple')).toEqual([])
  })

  test('a program that is behind is told so, and may go on where the step only added', async () => {
    const database = await open(await running().newDatabase())
    await migrate(database, [fruit])
    expect(await migrate(database, [first])).toEqual([{ name: 'fruit', known: 1, found: 2 }])
    expect(await migrate(database, [fruit])).toEqual([])
  })

  test('a program that is behind a step which breaks it is refused', async () => {
    const database = await open(await running().newDatabase())
    const breaking = {
      ...fruit,
      steps: [...fruit.steps, { sql: 'DROP TABLE songkeep.pear', breaks: true }],
    }
    await migrate(database, [breaking])
    await expect(migrate(database, [fruit])).rejects.toMatchObject({
      reason: { code: 'database.too-new', params: { set: 'fruit', known: 2, found: 3 } },
    })
  })

  test('without the right to make anything, what is there already can be used', async () => {
    const url = await running().newDatabase()
    const owner = await open(url)
    await migrate(owner, [fruit])
    await owner.run(`DO $$ BEGIN CREATE ROLE guest LOGIN PASSWORD 'g'; EXCEPTION WHEN duplicate_object THEN END $$;
      GRANT USAGE ON SCHEMA songkeep TO guest; GRANT SELECT ON ALL TABLES IN SCHEMA songkeep TO guest`)
    const guest = await open(url.replace(/\/\/[^@]*@/, '//guest:g@'))
    expect(await migrate(guest, [fruit])).toEqual([])
  })
})
