import type { Job } from '../../../src/api/contract.ts'
import type { Text } from '../../text/text.ts'
import { nameOfPath } from '../text/paths.ts'

/** What a run is called; one that has read nothing yet by what it was given. */
export function titleOf(job: Job, text: Text['jobs']): string {
  if (job.order.kind === 'verify') return text.verify(nameOfPath(job.title))
  return job.title === '' ? text.untitled : job.title
}
