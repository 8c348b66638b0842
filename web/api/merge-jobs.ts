import type { Job } from '../../src/api/contract.ts'

/** The latest first. Jobs that are not among the changed ones stay the same objects. */
export function mergeJobs(known: readonly Job[], changed: readonly Job[]): readonly Job[] {
  if (changed.length === 0) return known
  const all = new Map(known.map((job) => [job.id, job]))
  for (const job of changed) {
    const before = all.get(job.id)
    // An answer may be overtaken by what the stream told since.
    if (!before || job.seq >= before.seq) all.set(job.id, job)
  }
  return [...all.values()].sort((one, other) => compareTexts(other.createdAt, one.createdAt))
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
