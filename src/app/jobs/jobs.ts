import { resolve } from 'node:path'
import type { Decide, Job, JobRequest, Row, RunEntry } from '../../api/contract.ts'
import type { Queue, Work } from '../../jobs/queue.ts'
import type { Workers } from '../../jobs/worker.ts'
import type { Outcome } from '../../model/outcome.ts'
import { UserError } from '../../words/user-error.ts'
import { decideRow, findSound, takeBackRow, tellDetails } from '../backups/view.ts'
import type { JobService, View } from '../context.ts'
import type { StagedImports } from '../playlists/staged-imports.ts'
import type { AllowedFolders } from '../settings/allowed-folders.ts'
import { checkRequest } from './check-request.ts'
import { describeJob, stagedImportsOf, titleOfRequest } from './describe-job.ts'

export interface JobTools {
  readonly queue: Queue
  /** Absent where nothing is run here, only looked at. */
  readonly workers?: Workers
  readonly readings: StagedImports
  readonly roots: AllowedFolders
}

/** Jobs that have ended and are remembered: what was kept, and why, stands in the archive. */
export const MOST_JOBS = 50

/** Changes of another process are seen so late at most. */
const LOOK_MS = 150

/** The jobs of this machine, whoever began them. */
export class Jobs implements JobService, Disposable {
  readonly #tools: JobTools
  readonly #listeners = new Set<() => void>()
  readonly #looking: NodeJS.Timeout
  #seen: number

  constructor(tools: JobTools) {
    this.#tools = tools
    this.#seen = tools.queue.version()
    this.#looking = setInterval(() => this.#look(), LOOK_MS)
    this.#looking.unref()
  }

  list(): readonly Job[] {
    return this.#tools.queue.list().map(describeJob)
  }

  find(id: string): Job | undefined {
    const work = this.#tools.queue.find(id)
    return work && describeJob(work)
  }

  async add(order: JobRequest, owner: string): Promise<Job> {
    const checked = await checkRequest(order, this.#tools)
    return this.#line(checked, titleOfRequest(checked), owner)
  }

  pause(id: string): Job {
    return this.#asked(this.#tools.queue.signal(id, 'pause'))
  }

  cancel(id: string): Job {
    return this.#asked(this.#tools.queue.signal(id, 'cancel'))
  }

  resume(id: string): Job {
    return this.#asked(this.#tools.queue.resume(id))
  }

  async again(id: string, owner: string): Promise<Job> {
    const { order, title } = this.#require(id)
    return this.#line(order as JobRequest, title, owner)
  }

  async forget(id: string): Promise<void> {
    const { order } = this.#require(id)
    if (!this.#tools.queue.forget(id))
      throw new UserError('This job has not ended yet.', 'Cancel it first.')
    await this.#dropReadings(order as JobRequest)
  }

  entriesAfter(id: string, seq: number, most: number) {
    const { entries, seq: last } = this.#tools.queue.entriesAfter(id, seq, most)
    return { seq: last, entries: entries.map(({ data }) => data as RunEntry) }
  }

  watch(listener: () => void): Disposable {
    this.#listeners.add(listener)
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) }
  }

  async view(id: string): Promise<View> {
    const { queue } = this.#tools
    const { into } = this.#require(id).order as JobRequest
    const find = (key: string) => {
      const found = queue.findEntry(id, key)
      if (!found || (found.data as RunEntry).kind !== 'row')
        throw new UserError('There is no such entry.')
      const outcome = found.detail as Outcome | undefined
      return { row: found.data as Row, outcome: outcome || undefined }
    }
    const mend = (row: Row) => {
      queue.patch(id, row.key, row)
      this.#look()
      return row
    }
    return {
      snapshot: async () => this.entriesAfter(id, 0, Number.MAX_SAFE_INTEGER),
      details: async (key) => await tellDetails(find(key), into),
      audio: async (key, candidate) => await findSound(find(key), candidate),
      decide: async (key, decision: Decide) => mend(await decideRow(find(key), decision, into)),
      takeBack: async (key) => mend(await takeBackRow(find(key), into)),
    }
  }

  [Symbol.dispose]() {
    clearInterval(this.#looking)
    this.#listeners.clear()
  }

  #line(order: JobRequest, title: string, owner: string): Job {
    const work = this.#tools.queue.add({ order, title, owner, place: resolve(order.into) })
    this.#tools.workers?.wake()
    this.#look()
    return describeJob(work)
  }

  #asked(work: Work | undefined): Job {
    if (!work) throw noJob()
    this.#tools.workers?.wake()
    this.#look()
    return describeJob(work)
  }

  #require(id: string): Work {
    const work = this.#tools.queue.find(id)
    if (!work) throw noJob()
    return work
  }

  /** A reading goes with the last job that was made of it. */
  async #dropReadings(order: JobRequest) {
    const used = new Set(
      this.#tools.queue.list().flatMap((work) => stagedImportsOf(work.order as JobRequest)),
    )
    for (const id of stagedImportsOf(order))
      if (!used.has(id)) await this.#tools.readings.remove(id)
  }

  #look() {
    const version = this.#tools.queue.version()
    if (version === this.#seen) return
    this.#seen = version
    for (const listener of this.#listeners) listener()
  }
}

const noJob = () => new UserError('There is no such job any more.')
