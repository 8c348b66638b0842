import type { SettingsService } from '../context.ts'
import type { JobService } from './service.ts'

/** In the user's own time. */
const HOUR = 3

const CHECK_EVERY_MS = 5 * 60_000

/** Whom these jobs are done for: the page shows them like those that were begun there. */
const OWNER = 'nightly'

interface NightlyTools {
  readonly settings: Pick<SettingsService, 'read'>
  readonly jobs: Pick<JobService, 'add'>
  /** True where another server of the same list has put it in line this night. */
  readonly isInLine?: (into: string) => Promise<boolean>
  /** Another whom they are done for. */
  readonly owner?: string
  /** Told what went wrong: the next night tries again. */
  readonly log: (error: unknown) => void
  /** For tests. */
  readonly now?: () => Date
}

/** Brings the archives that the settings name up to date every night, as long as it is open. */
export class Nightly implements Disposable {
  readonly #tools: NightlyTools
  readonly #timer: NodeJS.Timeout
  /** When each archive is next due: the first night after it was named. */
  readonly #due = new Map<string, number>()
  /** One look after the other. */
  #checking: Promise<void> = Promise.resolve()

  constructor(tools: NightlyTools) {
    this.#tools = tools
    this.#timer = setInterval(() => void this.check(), CHECK_EVERY_MS)
    this.#timer.unref()
    void this.check()
  }

  /** Puts into line what is due by now; a night that a sleeping machine has missed is made up for once. */
  check(): Promise<void> {
    this.#checking = this.#checking.then(() => this.#check(this.#tools.now?.() ?? new Date()))
    return this.#checking
  }

  async #check(now: Date): Promise<void> {
    try {
      const { nightly } = (await this.#tools.settings.read()).settings
      for (const dir of this.#due.keys()) if (!nightly.includes(dir)) this.#due.delete(dir)
      for (const dir of nightly) await this.#checkOne(dir, now)
    } catch (error) {
      this.#tools.log(error)
    }
  }

  async #checkOne(into: string, now: Date): Promise<void> {
    const due = this.#due.get(into)
    if (due !== undefined && now.getTime() < due) return
    this.#due.set(into, nextNight(now))
    if (due === undefined) return
    try {
      if (await this.#tools.isInLine?.(into)) return
      await this.#tools.jobs.add({ kind: 'sync', into }, this.#tools.owner ?? OWNER)
    } catch (error) {
      this.#tools.log(error)
    }
  }

  [Symbol.dispose]() {
    clearInterval(this.#timer)
  }
}

function nextNight(now: Date): number {
  const next = new Date(now)
  next.setHours(HOUR, 0, 0, 0)
  if (next.getTime() <= now.getTime()) next.setDate(next.getDate() + 1)
  return next.getTime()
}
