import type { Job, JobRequest } from '../../api/contract.ts'
import type { Work } from '../../jobs/queue.ts'
import { archiveId } from '../archives/known-archives.ts'
import type { RunFacts } from '../backups/run-updates.ts'
import { joinNames } from './title.ts'

export const stagedImportsOf = (request: JobRequest): readonly string[] =>
  request.kind === 'backup'
    ? request.inputs.flatMap((input) => (input.kind === 'reading' ? [input.id] : []))
    : []

/** Until its playlists have names. */
export function titleOfRequest(request: JobRequest): string {
  if (request.kind !== 'backup') return request.into
  return joinNames(request.only ?? request.inputs.map(nameOf))
}

type Input = Extract<JobRequest, { kind: 'backup' }>['inputs'][number]
const nameOf = (input: Input) =>
  input.kind === 'link' ? input.link : input.kind === 'reading' ? input.name : input.path

/** A piece of work as the page and the command line show it. */
export function describeJob(work: Work): Job {
  const order = work.payload as JobRequest
  const facts = (work.facts ?? {}) as Partial<RunFacts> & Pick<Job, 'resting'>
  const { done = 0, total = 0, counts = {}, remainingMs, resting } = facts
  const { id, title, state, createdAt, seq, signal, startedAt, endedAt, fault } = work
  return {
    id,
    order,
    title,
    state,
    createdAt,
    seq,
    done,
    total,
    counts,
    remainingMs: state === 'running' ? remainingMs : undefined,
    resting: state === 'running' ? resting : undefined,
    by: work.owner === CLI ? 'cli' : 'page',
    archive: archiveId(order.into),
    signal,
    startedAt,
    endedAt,
    fault,
  }
}

/** Who owns what is begun on the command line. */
export const CLI = 'cli'
