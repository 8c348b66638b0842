import type { Job } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import { jobSigns, jobTones, stateOf } from './job-states.ts'

/** Where a run stands: its sign and its word, and what was asked of it. */
export function JobStateMark({ job }: { readonly job: Job }) {
  const { states, asked } = useText().jobs
  const state = stateOf(job)
  return (
    <span className={`mark ${jobTones[state]}`}>
      <i aria-hidden="true">{jobSigns[state]}</i>
      {states[state]}
      {job.signal !== undefined && <small> {asked[job.signal]}</small>}
    </span>
  )
}
