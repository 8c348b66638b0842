import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AccountDatabase, openAccountsFile } from '../../../src/accounts/database.ts'
import { measureArchives } from '../../../src/app/accounts/limits/archive-bytes.ts'
import { kindOfList } from '../../../src/app/accounts/limits/list-kind.ts'
import { Meter } from '../../../src/app/accounts/limits/meter.ts'
import { SlowedLog } from '../../../src/app/accounts/limits/slowed.ts'
import type { Facts } from '../../../src/jobs/lease.ts'
import type { NewEntry, Work } from '../../../src/jobs/queue.ts'
import type { Account } from '../../../src/model/accounts/account.ts'
import type { AccountLimits } from '../../../src/model/accounts/limits.ts'

const HOUR = 60 * 60_000

let dir: string
let database: AccountDatabase
let anna: Account
let ben: Account

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'songkeep-limits-'))
  database = openAccountsFile(join(dir, 'accounts.sqlite'))
  anna = await database.accounts.add({ name: 'anna', role: 'owner' })
  ben = await database.accounts.add({ name: 'ben', role: 'member' })
})

afterEach(async () => {
  await database[Symbol.asyncDispose]()
  await rm(dir, { recursive: true, force: true })
})

describe('what an account has done', () => {
  test('is taken only where it fits, of each account by itself', async () => {
    const { activity } = database
    const bound = { most: 3, withinMs: HOUR }
    const now = Date.now()
    const take = (account: Account, at = now) => activity.take(account.id, 'tracks', 1, bound, at)
    expect([await take(ben), await take(ben), await take(ben)]).toEqual([true, true, true])
    expect(await take(ben)).toBe(false)
    expect(await take(anna)).toBe(true)
    expect(await activity.sum(ben.id, 'tracks', HOUR)).toBe(3)
    const free = await activity.freeAt(ben.id, 'tracks', 1, bound, now)
    expect(free).toBeGreaterThan(now + HOUR - 60_001)
    expect(await take(ben, free)).toBe(true)
  })

  test('many at once take no more than fits', async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, () =>
        database.activity.take(ben.id, 'tracks', 1, { most: 20, withinMs: HOUR }),
      ),
    )
    expect(all.filter(Boolean)).toHaveLength(20)
  })
})

/** A lease whose rests take no time: `resting` is called instead. `facts`: what a runner before has left behind. */
function meterOf(
  resting: (ms: number) => Promise<void>,
  folders: readonly string[] = [],
  facts?: object,
) {
  const told: NewEntry[] = []
  const known: object[] = []
  const stop = new AbortController()
  const lease = {
    work: { facts } as Work,
    rest: resting,
    put: (entry: NewEntry) => void told.push(entry),
    update: (update: Facts) => void known.push(update.facts ?? {}),
  }
  const meter = new Meter({
    ...{ account: ben, database, folders, slowed: new SlowedLog(database) },
    lease: { ...lease, signal: stop.signal },
  })
  return { meter, told, known, stop }
}

const setLimits = (limits: Partial<AccountLimits>) => database.accounts.setLimits(ben.id, limits)
const codes = (told: readonly NewEntry[]) =>
  told.map(({ data }) => (data as { readonly text: { readonly code: string } }).text.code)

describe('a job of an account', () => {
  test('rests where its tracks are used up, says so, and goes on', async () => {
    await setLimits({ tracksAnHour: 2 })
    const rests: number[] = []
    const { meter, told, known } = meterOf(async (ms) => {
      rests.push(ms)
      expect(known.at(-1)).toMatchObject({
        resting: { reason: { code: 'accounts.slowed-tracks' }, until: expect.stringMatching(/Z$/) },
      })

      if (rests.length === 3) await setLimits({ tracksAnHour: 3 })
    })
    for (let track = 0; track < 3; track++) await meter.admit()
    expect(rests).toHaveLength(3)
    expect(codes(told)).toContain('accounts.slowed-tracks')
    // What is over is not shown any more.
    expect(told.at(-1)?.data).toMatchObject({ done: 1, total: 1 })
    expect(known.at(-1)).toEqual({ resting: undefined })
    const log = await database.audit.list(10)
    expect(log).toMatchObject([{ who: 'ben', what: 'account.slowed', params: { most: 2 } }])
  })

  test('forgets the rest of a runner that was killed, and else writes nothing before it begins', async () => {
    const resting = { until: '2026-11-30T12:00:00.000Z', reason: { code: 'text', params: {} } }
    for (const [facts, expected] of [
      [undefined, []],
      [{ done: 1 }, []],
      [{ done: 1, resting }, [{ resting: undefined }]],
    ] as const) {
      const { meter, known } = meterOf(async () => expect.unreachable(), [], facts)
      await meter.begin()
      expect(known).toEqual(expected)
    }
  })

  test('rests no longer when it is to stop', async () => {
    await setLimits({ tracksAnHour: 0 })
    const { meter, stop } = meterOf(async () => stop.abort())
    await meter.admit()
  })

  test('keeps nothing more where its archives are full', async () => {
    await mkdir(join(dir, 'Keep/.songkeep'), { recursive: true })
    await writeFile(join(dir, 'Keep/a.mp3'), 'x'.repeat(1000))
    const { meter } = meterOf(async () => {}, [dir])
    await meter.admit()
    await setLimits({ quota: 1000 })
    const later = meterOf(async () => {}, [dir]).meter
    for (let track = 0; track < 2; track++)
      await expect(later.admit()).rejects.toMatchObject({
        name: 'StorageError',
        reason: { code: 'accounts.quota-full', params: { used: 1000, quota: 1000 } },
      })
  })

  test('comes later where lists of one kind were ordered again and again', async () => {
    await setLimits({ alikeADay: 3 })
    await database.activity.add(ben.id, 'lists', 3, 'top #')
    await database.activity.add(ben.id, 'lists', 3, 'evening songs')
    const calm = meterOf(async () => expect.unreachable())
    await calm.meter.begin()
    await database.activity.add(ben.id, 'lists', 1, 'top #')
    await calm.meter.begin()
    const { meter, told, stop } = meterOf(async () => stop.abort())
    await meter.begin()
    expect(codes(told)).toContain('accounts.slowed-alike')
  })
})

test.each([
  [['Top 50 Germany', 'TOP 100 – Global', 'Top ２０ (2026)'], 'top #'],
  [['Evening songs', 'evening songs 2'], 'evening songs'],
  [['1990s', '2000s'], '#'.repeat(1)],
])('lists are of one kind by their names: %j', (names, kind) => {
  for (const name of names)
    expect(kindOfList(name).split(' ').slice(0, 2).join(' ')).toContain(kind)
})

test('archives are measured without what lies beside them or behind a link', async () => {
  await mkdir(join(dir, 'place/Keep/.songkeep'), { recursive: true })
  await mkdir(join(dir, 'place/Keep/List'))
  await mkdir(join(dir, 'place/Music'))
  for (const path of ['place/Keep/.songkeep/log', 'place/Keep/List/a', 'place/Music/b', 'far'])
    await writeFile(join(dir, path), 'x'.repeat(100))
  await symlink(join(dir, 'far'), join(dir, 'place/Keep/List/link'))
  await symlink(dir, join(dir, 'place/Keep/List/loop'))
  const folders = [
    join(dir, 'place'),
    join(dir, 'place/Keep'),
    join(dir, 'place'),
    join(dir, 'gone'),
  ]
  expect(await measureArchives(folders)).toBe(200)
})
