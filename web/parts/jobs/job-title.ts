import type { Job } from '../../../src/api/contract.ts'
import type { Text } from '../../text/text.ts'
import { nameOfPath } from '../text/paths.ts'

/** How the server ends the title of a run of many playlists. */
const MORE = / and (\d+) more$/

/** What a run is called; one that has read nothing yet by what it was given. */
export function titleOf(job: Job, text: Text['jobs']): string {
  if (job.order.kind === 'verify') return text.verify(nameOfPath(job.title))
  if (job.order.kind === 'repair') return text.repair(nameOfPath(job.title))
  if (job.order.kind === 'sync' && job.title === job.order.into) return nameOfPath(job.title)
  if (job.title === '') return text.untitled
  return job.title.replace(MORE, (_, number: string) => text.andMore(Number(number)))
}

/** It has no entries: how far it is, is told in bytes. */
export const readsBytes = ({ order }: Job): boolean =>
  order.kind === 'verify' || order.kind === 'repair'
