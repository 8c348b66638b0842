import type { Job, JobRequest, Row } from '../../api/contract.ts'
import { orderWaiting } from '../../jobs/order.ts'
import type { Queue, Work } from '../../jobs/queue.ts'
import type { Workers } from '../../jobs/worker.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { AccountNames } from '../accounts/account-names.ts'
import { MACHINE } from '../accounts/owner.ts'
import { wholeName } from '../archives/bucket/named.ts'
import { folderOf, sendLines } from '../archives/bucket/place.ts'
import { sendAfter } from '../archives/bucket/send-after.ts'
import { coverOfFile } from '../archives/files/covers.ts'
import { type CorrectTools, correctView } from '../backups/by-hand/correct.ts'
import type { View } from '../backups/row-view.ts'
import { describeRow, findAudio, type RowWithOutcome, withdrawDecision } from '../backups/view.ts'
import type { Environment } from '../environment.ts'
import type { StagedImports } from '../playlists/staged-imports.ts'
import type { AllowedFolders } from '../settings/allowed-folders.ts'
import { markArchive } from './archive-mark.ts'
import { checkRequest } from './check-request.ts'
import { describeJob, titleOfRequest } from './describe-job.ts'
import { readEntry, readOutcome } from './read-entry.ts'
import type { JobService, RunEntries } from './service.ts'
import { dropImports, tidyJobs } from './tidy-jobs.ts'

export interface JobTools {
  readonly queue: Queue
  /** Absent where nothing is run here, only looked at. */
  readonly workers?: Workers
  readonly stagedImports: StagedImports
  /** Whether other machines may do the jobs: then archives are marked. */
  readonly isShared?: boolean
  readonly folders: AllowedFolders
  /** Absent where all jobs are of one owner. */
  readonly accountNames?: Pick<AccountNames, 'of'>
  readonly environment: Environment
  /** Absent where nobody looks at rows. */
  readonly correct?: CorrectTools
}

/** The jobs of this machine, whoever began them. Whoever opens it closes the queue after it. */
export async function openJobService(tools: JobTools): Promise<JobService & AsyncDisposable> {
  const listeners = new Set<() => void>()
  const subscription = await tools.queue.subscribe(() => {
    for (const listener of listeners) listener()
  })
  return new QueuedJobs(tools, listeners, subscription)
}

class QueuedJobs implements JobService, AsyncDisposable {
  readonly #tools: JobTools
  readonly #listeners: Set<() => void>
  readonly #subscription: AsyncDisposable

  constructor(tools: JobTools, listeners: Set<() => void>, subscription: AsyncDisposable) {
    this.#tools = tools
    this.#listeners = listeners
    this.#subscription = subscription
  }

  async list(): Promise<readonly Job[]> {
    const all = await this.#tools.queue.list()
    const waiting = orderWaiting(all)
    const places = new Map(waiting.map(({ id }, at) => [id, at + 1]))
    const noWorker = (waiting.length > 0 && (await this.#hasNobody())) || undefined
    return await Promise.all(
      all.map(async (work) => {
        const waits = work.state === 'queued' ? { place: places.get(work.id), noWorker } : {}
        return { ...(await this.#describe(work)), ...waits }
      }),
    )
  }

  async find(id: string): Promise<Job | undefined> {
    const work = await this.#tools.queue.find(id)
    return work && (await this.#describe(work))
  }

  async add(request: JobRequest, owner: string): Promise<Job> {
    const checked = await checkRequest(request, this.#tools)
    return await this.#enqueue(checked, titleOfRequest(checked), owner)
  }

  async pause(id: string): Promise<Job> {
    return await this.#steered(await this.#tools.queue.signal(id, 'pause'))
  }

  async cancel(id: string): Promise<Job> {
    return await this.#steered(await this.#tools.queue.signal(id, 'cancel'))
  }

  async resume(id: string): Promise<Job> {
    // Where the mark was lost with all else that may be thrown away, it is what it was.
    const { payload } = await this.#require(id)
    if (this.#tools.isShared) await markArchive(payload as JobRequest)
    return await this.#steered(await this.#tools.queue.resume(id))
  }

  async again(id: string, owner: string): Promise<Job> {
    const { payload, title } = await this.#require(id)
    return await this.#enqueue(payload as JobRequest, title, owner)
  }

  async forget(id: string): Promise<void> {
    const { queue, stagedImports } = this.#tools
    const work = await this.#require(id)
    if (!(await queue.forget(id)))
      throw new UserError(reason('app.job-not-ended'), reason('app.cancel-job-first'))
    await dropImports(work, queue, stagedImports)
  }

  async entriesAfter(id: string, seq: number, max: number): Promise<RunEntries> {
    const page = await this.#tools.queue.entriesAfter(id, seq, max)
    return { seq: page.seq, entries: page.entries.map(({ data }) => readEntry(data)) }
  }

  watch(listener: () => void): Disposable {
    const call = () => listener()
    this.#listeners.add(call)
    return { [Symbol.dispose]: () => void this.#listeners.delete(call) }
  }

  async view(id: string): Promise<View> {
    const { queue } = this.#tools
    const request = (await this.#require(id)).payload as JobRequest
    const { environment, correct } = this.#tools
    if (!correct) throw new Error('These jobs were opened to be recorded, not to be looked at.')
    const into = folderOf(request.into, environment)
    const send = () => sendLines(request.into, environment)
    const find = (key: string) => findRow(queue, id, key)
    const patch = async (row: Row) => {
      await queue.patch(id, row.key, row)
      return row
    }
    const view: View = {
      snapshot: () => this.entriesAfter(id, 0, Number.MAX_SAFE_INTEGER).then(copyEntries),
      details: async (key) => await describeRow(await find(key), into),
      audio: async (key, candidate) => await findAudio(await find(key), candidate),
      cover: async (key, candidate) => coverOfFile(await findAudio(await find(key), candidate)),
      ...correctView({ into, request, find, patch }, correct),
      takeBack: async (key) => await patch(await withdrawDecision(await find(key), into)),
    }
    return sendAfter(view, send)
  }

  async [Symbol.asyncDispose]() {
    this.#listeners.clear()
    await this.#subscription[Symbol.asyncDispose]()
  }

  async #enqueue(request: JobRequest, title: string, owner: string): Promise<Job> {
    const { queue, stagedImports, isShared } = this.#tools
    const exclusiveKey = exclusiveKeyOf(request)
    const payload = isShared ? await markArchive(request) : request
    // A server may run for years: old jobs go as new ones come.
    await tidyJobs(queue, stagedImports, MACHINE)
    const work = await queue.add({ payload, title, owner, exclusiveKey })
    return await this.#steered(work)
  }

  async #steered(work: Work | undefined): Promise<Job> {
    if (!work) throw noJob()
    this.#tools.workers?.wake()
    return await this.#describe(work)
  }

  async #hasNobody(): Promise<boolean> {
    return (await this.#tools.queue.hasRunners?.()) === false
  }

  async #describe(work: Work): Promise<Job> {
    return { ...describeJob(work), account: await this.#tools.accountNames?.of(work.owner) }
  }

  async #require(id: string): Promise<Work> {
    const work = await this.#tools.queue.find(id)
    if (!work) throw noJob()
    return work
  }
}

/** Two jobs of one archive never run at once. */
export const exclusiveKeyOf = ({ into }: JobRequest): string => wholeName(into)

const copyEntries = ({ seq, entries }: RunEntries) => ({ seq, entries: [...entries] })

async function findRow(queue: Queue, id: string, key: string): Promise<RowWithOutcome> {
  const found = await queue.findEntry(id, key)
  const row = found && readEntry(found.data)
  if (row?.kind !== 'row') throw new UserError(reason('app.no-entry'))
  return { row, outcome: readOutcome(found?.detail) }
}

const noJob = () => new UserError(reason('app.no-job'))
