import { useSyncExternalStore } from 'react'
import type { Job } from '../../src/api/contract.ts'
import { get, send } from './client.ts'
import { mergeJobs } from './merge-jobs.ts'
import { createStore } from './store.ts'

export interface Jobs {
  /** The latest first. */
  readonly jobs: readonly Job[]
  /** False until the list has come for the first time. */
  readonly loaded: boolean
  /** False while the line to the server is down. */
  readonly connected: boolean
}

/** All jobs, as they are now. */
export const allJobs = createStore<Jobs>({ jobs: [], loaded: false, connected: false })

export function useJobs(): Jobs {
  return useSyncExternalStore(allJobs.subscribe, allJobs.read)
}

/** Takes up what the stream tells, or an answer about a job that is new. */
export function putJobs(jobs: readonly Job[]): void {
  const now = allJobs.read()
  told?.push(...jobs)
  allJobs.set({ ...now, jobs: mergeJobs(now.jobs, jobs) })
}

export function setConnected(connected: boolean): void {
  const now = allJobs.read()
  if (now.connected !== connected) allJobs.set({ ...now, connected })
}

let askedFor = 0
/** What was told since the list was asked for: it may be older than these. */
let told: Job[] | undefined

/** Asks for the whole list: jobs that were forgotten elsewhere are in no stream. */
export async function loadJobs(): Promise<void> {
  const turn = ++askedFor
  const meanwhile: Job[] = []
  told = meanwhile
  const { jobs } = await get<{ jobs: readonly Job[] }>('jobs')
  if (turn !== askedFor) return
  told = undefined
  const now = allJobs.read()
  const there = new Set([...jobs, ...meanwhile].map(({ id }) => id))
  const known = now.jobs.filter(({ id }) => there.has(id))
  const merged = mergeJobs(mergeJobs(known, jobs), meanwhile)
  allJobs.set({ ...now, loaded: true, jobs: merged })
}

export type JobAction = 'pause' | 'resume' | 'cancel' | 'again'

/** `again` gives another job than the one it was asked of. Throws Refused. */
export async function askJob(id: string, action: JobAction): Promise<Job> {
  const job = await send<Job>('POST', `jobs/${encodeURIComponent(id)}/${action}`)
  const { jobs, connected } = allJobs.read()
  // The stream may have told more of it meanwhile than this answer knows.
  if (!connected || !jobs.some((each) => each.id === job.id)) putJobs([job])
  return job
}

export async function forgetJob(id: string): Promise<void> {
  await send('DELETE', `jobs/${encodeURIComponent(id)}`)
  const now = allJobs.read()
  allJobs.set({ ...now, jobs: now.jobs.filter((job) => job.id !== id) })
}
