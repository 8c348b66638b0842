import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openQueue } from '../../src/jobs/sqlite/sqlite-queue.ts'
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
      open: () => openQueue(path, () => now),
      wait: (ms) => {
        now += ms
      },
    }
  })
})

test('what is no database, or of a later version, is told with what to do', () => {
  const path = makeFile()
  writeFileSync(path, 'not a database, and long enough to be looked at as one '.repeat(100))
  expect(() => openQueue(path)).toThrow(UserError)
  const later = makeFile()
  {
    using database = new DatabaseSync(later)
    database.exec('PRAGMA user_version = 99')
  }
  expect(() => openQueue(later)).toThrow(/later version/)
})
