import type { JobRequest } from '../../../api/contract.ts'
import { reason } from '../../../model/reason.ts'
import { measureArchives } from './archive-bytes.ts'
import { DAY_MS, listsOf, minutesUntil, readAccount } from './bounds.ts'
import type { LimitTools, Refuse } from './limit-tools.ts'
import { kindsOf } from './list-kind.ts'

/** What an account may order: jobs at once, playlists a day, and only where its archives have room. */
export class OrderLimits {
  readonly #tools: LimitTools
  readonly #refuse: Refuse
  /** One order after the other: two at once could both find the last place free. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(tools: LimitTools, refuse: Refuse) {
    this.#tools = tools
    this.#refuse = refuse
  }

  /** Does it where it may be ordered. What is counted before, that no other machine finds the same place free, is given back. */
  order<Result>(request: JobRequest, act: () => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      await this.#checkJobs()
      if (request.kind === 'backup' || request.kind === 'sync') await this.#checkQuota()
      const kinds = await kindsOf(request, this.#tools.stagedImports)
      const { account, database } = this.#tools
      const counts = countEach(kinds)
      await database.activity.tidy(Date.now() - 2 * DAY_MS)
      await this.#takeLists('lists', counts)
      try {
        return await act()
      } catch (error) {
        await database.activity.giveBack(account.id, 'lists', counts)
        throw error
      }
    })
  }

  async again<Result>(id: string, act: () => Promise<Result>): Promise<Result> {
    const work = await this.#tools.queue.find(id)
    return work ? await this.order(work.payload as JobRequest, act) : await act()
  }

  resume<Result>(id: string, act: () => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      if (await this.#tools.queue.find(id)) await this.#checkJobs(id)
      return await act()
    })
  }

  /** Links that are read for a preview. */
  read(links: number): Promise<void> {
    return this.#inTurn(() => this.#takeLists('reads', new Map([['', links]])))
  }

  async #checkJobs(besides?: string): Promise<void> {
    const most = (await this.#limits()).jobs
    const live = (await this.#tools.queue.list()).filter(
      ({ id, state }) => id !== besides && (state === 'queued' || state === 'running'),
    )
    if (live.length < most) return
    const why = reason('accounts.jobs-full', { most })
    await this.#refuse('jobs', why, reason('accounts.wait-for-jobs'))
  }

  async #checkQuota(): Promise<void> {
    const { quota } = await this.#limits()
    const used = await measureArchives(this.#tools.folders)
    if (used < quota) return
    const why = reason('accounts.quota-full', { used, quota })
    await this.#refuse('quota', why, reason('accounts.make-room'))
  }

  async #takeLists(kind: 'lists' | 'reads', counts: ReadonlyMap<string, number>): Promise<void> {
    const { account, database } = this.#tools
    const { activity } = database
    const bound = listsOf(await this.#limits())
    if (await activity.takeAll(account.id, kind, counts, bound)) return
    const more = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const free = await activity.freeAt(account.id, kind, more, bound)
    const why = reason('accounts.lists-full', { most: bound.most })
    await this.#refuse(
      'lists',
      why,
      reason('accounts.again-later', { minutes: minutesUntil(free) }),
    )
  }

  async #limits() {
    return (await readAccount(this.#tools.database, this.#tools.account.id)).limits
  }

  async #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(act)
    this.#last = turn.catch(() => {})
    return await turn
  }
}

const countEach = (kinds: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]))
