import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFileBudget } from '../../../../src/base/http/budget/file-budget.ts'
import { testDailyBudget } from '../../../contract/daily-budget.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'songkeep-budget-'))
  path = join(folder, 'budget.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const searches = { name: 'searches', perDay: 3, zone: 'America/Los_Angeles' }
const at = (time: string) => () => new Date(time)

testDailyBudget(() => openFileBudget(path))

test('the day begins at midnight there, and not here', async () => {
  const one = { ...searches, perDay: 1 }
  expect(await openFileBudget(path, at('2026-11-21T12:00:00Z')).take(one, 'one')).toBe(true)
  // 23:59 in California, and one minute later.
  expect(await openFileBudget(path, at('2026-11-22T07:59:00Z')).take(one, 'two')).toBe(false)
  expect(await openFileBudget(path, at('2026-11-22T08:00:00Z')).take(one, 'two')).toBe(true)
})

test('what is counted under one name is not taken from another', async () => {
  const budget = openFileBudget(path, at('2026-11-21T12:00:00Z'))
  expect(await budget.take({ ...searches, perDay: 1 }, 'one')).toBe(true)
  expect(await budget.take({ ...searches, name: 'units', perDay: 1 }, 'one')).toBe(true)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    searches: { day: '2026-11-21', taken: [expect.stringMatching(/^[0-9a-f]{16}$/)] },
    units: { day: '2026-11-21', taken: [expect.stringMatching(/^[0-9a-f]{16}$/)] },
  })
})

test.each(['', '{', '[]', 'null', '{"searches":1}', '{"searches":{"day":1,"taken":"x"}}'])(
  'a file that says nothing begins anew: %s',
  async (text) => {
    writeFileSync(path, text)
    expect(await openFileBudget(path).take(searches, 'one')).toBe(true)
  },
)

test('a count that cannot be kept is not given', async () => {
  const budget = openFileBudget(join(folder, 'not-there', 'budget.json'))
  await expect(budget.take(searches, 'one')).rejects.toThrow(/ENOENT/)
})
