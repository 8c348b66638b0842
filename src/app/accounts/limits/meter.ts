import type { AccountDatabase } from '../../../accounts/database.ts'
import type { Job } from '../../../api/contract.ts'
import type { Lease } from '../../../jobs/lease.ts'
import type { Account } from '../../../model/accounts/account.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { StorageError } from '../../../words/user-error.ts'
import { measureArchives } from './archive-bytes.ts'
import { DAY_MS, minutesUntil, readAccount, tracksOf } from './bounds.ts'
import type { SlowedLog } from './slowed.ts'

/** Between two jobs of an account that has ordered too many lists of one kind. */
const APART_MS = 10 * 60_000
/** An owner may have raised a limit meanwhile: it is looked at again after so long. */
const LOOK_MS = 30_000
/** How much may be kept beyond a quota before it is noticed: what comes within this time. */
const MEASURE_MS = 30_000

export interface MeterTools {
  readonly account: Account
  readonly database: AccountDatabase
  readonly lease: Pick<Lease, 'work' | 'rest' | 'put' | 'update' | 'signal'>
  /** Where the account's archives lie. */
  readonly folders: readonly string[]
  readonly slowed: SlowedLog
}

/** Keeps one job within what its account may do: it rests where that is used up, and takes no place from others then. */
export class Meter {
  readonly #tools: MeterTools
  #measuredAt = -Infinity
  #resting = 0

  constructor(tools: MeterTools) {
    this.#tools = tools
  }

  /** Before the job begins: one whose account orders charts wholesale waits for its turn. */
  async begin(): Promise<void> {
    const { account, database, lease } = this.#tools
    const { activity } = database
    this.#forgetFormerRest()
    const { limits } = await readAccount(database, account.id)
    const most = limits.alikeADay
    if ((await activity.most(account.id, 'lists', DAY_MS)) <= most) return
    const turn = { most: 1, withinMs: APART_MS }
    while (!lease.signal.aborted && !(await activity.take(account.id, 'turns', 1, turn))) {
      const until = await activity.freeAt(account.id, 'turns', 1, turn)
      const why = reason('accounts.slowed-alike', { most, minutes: minutesUntil(until) })
      await this.#rest('alike', why, until)
    }
  }

  /** Waits until one more track may be looked for. StorageError where nothing more may be kept. */
  async admit(): Promise<void> {
    const { account, database, lease } = this.#tools
    await this.#checkQuota()
    const { activity } = database
    while (!lease.signal.aborted) {
      const bound = tracksOf((await readAccount(database, account.id)).limits)
      if (await activity.take(account.id, 'tracks', 1, bound)) return
      const until = await activity.freeAt(account.id, 'tracks', 1, bound)
      const params = { most: bound.most, minutes: minutesUntil(until) }
      await this.#rest('tracks', reason('accounts.slowed-tracks', params), until)
    }
  }

  async #checkQuota(): Promise<void> {
    if (Date.now() - this.#measuredAt < MEASURE_MS) return
    this.#measuredAt = Date.now()
    const { account, database, folders, slowed } = this.#tools
    const used = await measureArchives(folders)
    const { quota } = (await readAccount(database, account.id)).limits
    if (used < quota) return
    const why = reason('accounts.quota-full', { used, quota })
    this.#measuredAt = -Infinity
    await slowed.tell(account, 'quota', 'job.held', why)
    throw new StorageError(why, reason('accounts.make-room'))
  }

  /** Tells the account by its job's state and by a remark, and the operator. `until`: milliseconds since 1970. */
  async #rest(by: 'tracks' | 'alike', why: Reason, until: number): Promise<void> {
    const { account, lease, slowed } = this.#tools
    const key = 'preparing.slowed'
    const remark = { kind: 'remark', key, text: why }
    lease.put({ key, data: remark })
    this.#tellResting({ until: new Date(until).toISOString(), reason: why })
    await slowed.tell(account, by, 'account.slowed', why)
    this.#resting++
    await lease.rest(Math.min(minutesUntil(until) * 60_000, LOOK_MS))
    this.#resting--
    if (this.#resting > 0) return
    lease.put({ key, data: { ...remark, done: 1, total: 1 } })
    this.#tellResting(undefined)
  }

  /** Where its runner was killed while it rested, it has left that behind. Else nothing is written: nothing is done yet. */
  #forgetFormerRest() {
    const { facts } = this.#tools.lease.work
    if (typeof facts === 'object' && facts && 'resting' in facts) this.#tellResting(undefined)
  }

  #tellResting(resting: Job['resting']) {
    this.#tools.lease.update({ facts: { resting } })
  }
}
