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

  /** Does it where it may be ordered, and counts it once it is. */
  order<Result>(request: JobRequest, act: () => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      await this.#checkJobs()
      if (request.kind === 'backup' || request.kind === 'sync') await this.#checkQuota()
      const kinds = await kindsOf(request, this.#tools.stagedImports)
      await this.#checkLists('lists', kinds.length)
      const result = await act()
      await this.#count(kinds)
      return result
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
    return this.#inTurn(async () => {
      await this.#checkLists('reads', links)
      await this.#tools.database.activity.add(this.#tools.account.id, 'reads', links)
    })
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

  async #checkLists(kind: 'lists' | 'reads', more: number): Promise<void> {
    const { account, database } = this.#tools
    const bound = listsOf(await this.#limits())
    const used = await database.activity.sum(account.id, kind, bound.withinMs)
    if (used + more <= bound.most) return
    const free = await database.activity.freeAt(account.id, kind, more, bound)
    const why = reason('accounts.lists-full', { most: bound.most })
    await this.#refuse(
      'lists',
      why,
      reason('accounts.again-later', { minutes: minutesUntil(free) }),
    )
  }

  async #count(kinds: readonly string[]): Promise<void> {
    const counts = new Map<string, number>()
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    const { account, database } = this.#tools
    await database.activity.tidy(Date.now() - 2 * DAY_MS)
    for (const [kind, amount] of counts)
      await database.activity.add(account.id, 'lists', amount, kind)
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
