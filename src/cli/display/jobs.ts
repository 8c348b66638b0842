import type { Job } from '../../api/contract.ts'
import {
  cleanLine,
  displayWidth,
  fitWidth,
  padWidth,
  wrapWidth,
} from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { minute } from '../minute.ts'
import { screenSize } from './screen-size.ts'

const MAX_ACCOUNT_WIDTH = 12
/** So much of a title is shown, however narrow the terminal is. */
const MIN_TITLE_WIDTH = 10
const INDENT = ' '.repeat(10)

/** Each job in a line, cut to the terminal's width; what else there is to say of it stands below. */
export function jobLines(
  jobs: readonly Job[],
  words: Words,
  { width }: { readonly width: number } = screenSize(),
): readonly string[] {
  const widths = jobs.map(({ account = '' }) => displayWidth(cleanLine(account)))
  const accountWidth = Math.min(MAX_ACCOUNT_WIDTH, Math.max(0, ...widths))
  const lines = jobs.flatMap((job) => [
    tableLine(job, words, { width, accountWidth }),
    ...notesOf(job, words).flatMap((note) =>
      wrapWidth(cleanLine(note), width - INDENT.length).map((line) => `${INDENT}${line}`),
    ),
  ])
  const hasNobody = jobs.some(({ noWorker }) => noWorker)
  return hasNobody ? [...lines, ...wrapWidth(words.terminal.jobs.noWorker, width)] : lines
}

interface Widths {
  readonly width: number
  /** 0 where no job is an account's. */
  readonly accountWidth: number
}

function tableLine(job: Job, { terminal, units }: Words, { width, accountWidth }: Widths): string {
  const { jobs } = terminal
  const { id, state, signal, title, done, total, createdAt, place, resting, account = '' } = job
  const told = signal ? jobs.signals[signal] : jobs.states[resting ? 'resting' : state]
  const amount =
    total > 0 ? `${units.count(done)}/${units.count(total)}` : place ? jobs.place(place) : ''
  const columns = [
    `${id.slice(0, 8)}  ${told.padEnd(12)} ${amount.padStart(11)}`,
    minute(createdAt),
    ...(accountWidth > 0
      ? [padWidth(fitWidth(cleanLine(account), accountWidth), accountWidth)]
      : []),
  ]
  const before = `${columns.join('  ')}  `
  const left = Math.max(MIN_TITLE_WIDTH, width - displayWidth(before))
  return `${before}${fitWidth(cleanLine(title), left)}`
}

function notesOf({ fault, resting }: Job, words: Words): readonly string[] {
  return [
    ...(fault ? [say(fault.reason, words)] : []),
    ...(resting ? [explainRest(resting, words)] : []),
  ]
}

/** Why a job rests, and until when. */
const explainRest = ({ reason, until }: Required<Job>['resting'], words: Words): string =>
  `${say(reason, words)} (${words.terminal.jobs.until(minute(until))})`
