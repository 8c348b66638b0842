import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Queue } from '../../src/jobs/queue.ts'
import { openSqliteQueue } from '../../src/jobs/sqlite/sqlite-queue.ts'
import { textReason } from '../../src/model/reason.ts'
import { UserError } from '../../src/words/user-error.ts'
import { testQueue } from '../contract/queue.ts'

function makeFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'songkeep-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return join(dir, 'jobs.sqlite')
}

describe('a queue in one file of SQLite', () => {
  testQueue(() => {
    const path = makeFile()
    let now = Date.parse('2026-01-01T00:00:00Z')
    return {
      open: () => openSqliteQueue(path, { clock: () => now }),
      wait: (ms) => {
        now += ms
      },
    }
  })
})

/** No process has this number: the highest that Linux gives is 2^22. */
const GONE = 99_999_999

describe('work of a process that has ended', () => {
  const openBoth = async (): Promise<Record<'queue' | 'gone', Queue>> => {
    const path = makeFile()
    const queue = await openSqliteQueue(path)
    const gone = await openSqliteQueue(path, { pid: GONE })
    onTestFinished(() => queue[Symbol.asyncDispose]())
    onTestFinished(() => gone[Symbol.asyncDispose]())
    return { queue, gone }
  }
  const work = { payload: {}, title: 'one', owner: 'anna' }

  test('goes back in line at once', async () => {
    const { queue, gone } = await openBoth()
    const { id } = await queue.add(work)
    await gone.take(randomUUID())
    expect((await queue.take(randomUUID()))?.id).toBe(id)
  })

  test('is interrupted where it was adopted, and no other runner takes it', async () => {
    const { queue, gone } = await openBoth()
    const { id } = await gone.adopt(work, randomUUID())
    expect(await queue.take(randomUUID())).toBeUndefined()
    expect(await queue.find(id)).toMatchObject({ state: 'interrupted' })
  })

  test('is given up after five times in a row without progress', async () => {
    const { queue, gone } = await openBoth()
    const { id } = await queue.add(work)
    let tries = 0
    while (await gone.take(randomUUID())) tries++
    expect(tries).toBe(5)
    expect(await queue.find(id)).toMatchObject({ state: 'failed' })
  })

  test('obeys a signal at once', async () => {
    const { queue, gone } = await openBoth()
    const { id } = await queue.add(work)
    await gone.take(randomUUID())
    expect(await queue.signal(id, 'cancel')).toMatchObject({ state: 'cancelled' })
  })
})

test('a file that was written before reasons were values is read', async () => {
  const path = makeFile()
  await using queue = await openSqliteQueue(path)
  const { id } = await queue.add({ payload: {}, title: 'one', owner: 'anna' })
  {
    using database = new DatabaseSync(path)
    database
      .prepare(`UPDATE work SET state = 'failed', fault = ? WHERE id = ?`)
      .run(JSON.stringify({ message: 'The disk is full.', hint: 'Make room.' }), id)
  }
  expect((await queue.find(id))?.fault).toEqual({
    message: 'The disk is full.',
    hint: 'Make room.',
    reason: textReason('The disk is full.'),
    advice: textReason('Make room.'),
  })
})

test('what is no database, or of a later version, is refused with advice', async () => {
  const path = makeFile()
  writeFileSync(path, 'not a database, and long enough to be looked at as one '.repeat(100))
  await expect(openSqliteQueue(path)).rejects.toThrow(UserError)
  const later = makeFile()
  {
    using database = new DatabaseSync(later)
    database.exec('PRAGMA user_version = 99')
  }
  await expect(openSqliteQueue(later)).rejects.toThrow(/later version/)
})
