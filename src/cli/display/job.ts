import type { Job } from '../../api/contract.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { minute } from '../minute.ts'

/** A job in one line; why it rests stands below it. */
export function describeJob(job: Job, words: Words): string {
  const { jobs } = words.terminal
  const { id, state, signal, title, done, total, fault, createdAt, place, resting } = job
  const told = signal ? jobs.signals[signal] : jobs.states[resting ? 'resting' : state]
  const { count } = words.units
  const amount = total > 0 ? `${count(done)}/${count(total)}` : place ? jobs.place(place) : ''
  const why = fault ? `  ${cleanLine(say(fault.reason, words))}` : ''
  const line = `${id.slice(0, 8)}  ${told.padEnd(12)} ${amount.padStart(11)}  ${minute(createdAt)}  ${cleanLine(title)}${why}`
  return resting ? `${line}\n          ${explainRest(resting, words)}` : line
}

/** Why a job rests, and until when. */
export const explainRest = ({ reason, until }: Required<Job>['resting'], words: Words): string =>
  `${cleanLine(say(reason, words))} (${words.terminal.jobs.until(minute(until))})`
