import type { Job, JobRequest, RunEntry } from '../../api/contract.ts'
import type { View } from '../backups/row-view.ts'

export interface JobService {
  /** The latest first. */
  list(): Promise<readonly Job[]>
  find(id: string): Promise<Job | undefined>
  /** `owner` shares the machine with other owners in turn. UserError where the request cannot be taken. */
  add(request: JobRequest, owner: string): Promise<Job>
  pause(id: string): Promise<Job>
  resume(id: string): Promise<Job>
  cancel(id: string): Promise<Job>
  /** A new job of the same request. */
  again(id: string, owner: string): Promise<Job>
  /** Only one that has ended. Its uploads go with it. */
  forget(id: string): Promise<void>
  /** What has changed since, the earliest change first; an entry that changed twice comes once. */
  entriesAfter(id: string, seq: number, max: number): Promise<RunEntries>
  /** Calls the listener soon after any job, or any job's entries, changed: in this process or in another. */
  watch(listener: () => void): Disposable
  /** UserError where there is no such job. */
  view(id: string): Promise<View>
}

export interface RunEntries {
  /** To ask with next. */
  readonly seq: number
  readonly entries: readonly RunEntry[]
}
