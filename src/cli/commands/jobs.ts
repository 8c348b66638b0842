import type { Command } from 'commander'
import type { Job } from '../../api/contract.ts'
import { reason } from '../../model/reason.ts'
import { spellOut } from '../../words/spell-out.ts'
import { UserError } from '../../words/user-error.ts'
import type { Words } from '../../words/words.ts'
import { jobLines } from '../display/jobs.ts'
import { exitCodes } from '../exit-codes.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { untilInterrupted } from '../until-interrupted.ts'

const acts = ['pause', 'resume', 'cancel', 'forget'] as const
type Act = (typeof acts)[number]

/** Where there is nothing to stop, or to go on with. */
const ENDED: Readonly<Record<Exclude<Act, 'forget'>, readonly Job['state'][]>> = {
  pause: ['done', 'failed', 'cancelled'],
  resume: ['done'],
  cancel: ['done', 'failed', 'cancelled'],
}

const examples = [
  'songkeep jobs',
  'songkeep jobs pause 1f0c',
  'songkeep jobs resume 1f0c',
  'songkeep jobs resume 1f0c --here',
]

export function jobsCommand(words: Words): Command {
  const said = words.commandLine.jobs
  const list = makeCommand('jobs', words)
    .summary(said.summary)
    .description(said.description)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, examples))
    .action(async ({ json }: { readonly json?: true }) => {
      const { openJobs } = await import('../../app/jobs/open-jobs.ts')
      await using jobs = await openJobs(environmentIn(words))
      const all = sortJobs(await jobs.list())
      if (all.length === 0 && !json) process.stdout.write(`${words.terminal.jobs.none}\n`)
      for (const line of json ? all.map(toJson) : jobLines(all, words))
        process.stdout.write(`${line}\n`)
    })
  for (const act of acts) list.addCommand(actCommand(act, words))
  return list
}

function actCommand(act: Act, words: Words): Command {
  const said = words.commandLine.jobs
  const command = makeCommand(act, words).description(said.acts[act]).argument('<job>', said.job)
  if (act === 'resume') command.option('--here', said.here)
  return command.action(async (id: string, { here }: { readonly here?: true }) => {
    const whole = await steer(act, id, words)
    if (here) await doHere(whole, words)
  })
}

/** Gives the whole id of the job. */
async function steer(act: Act, id: string, words: Words): Promise<string> {
  const { openJobs, findJob } = await import('../../app/jobs/open-jobs.ts')
  await using jobs = await openJobs(environmentIn(words))
  const { id: whole, state } = await findJob(jobs, id)
  if (act !== 'forget' && ENDED[act].includes(state))
    throw new UserError(reason('app.job-has-ended', { id: whole.slice(0, 8) }))
  if (act === 'forget') await jobs.forget(whole)
  else print(await jobs[act](whole), words)
  return whole
}

async function doHere(id: string, words: Words): Promise<void> {
  const { runHere } = await import('../../app/jobs/run-here.ts')
  const stop = new AbortController()
  void untilInterrupted().then(() => stop.abort())
  const job = await runHere(id, environmentIn(words), stop.signal, (resting) =>
    print(resting, words),
  )
  if (!job) process.stdout.write(`${words.terminal.jobs.notHere}\n`)
  else print(job, words)
  if (job?.state === 'failed') process.exitCode = exitCodes.broken
}

/** What runs, then what waits in the order in which it will run, then the latest. */
function sortJobs(jobs: readonly Job[]): readonly Job[] {
  const rank = ({ state, place = 0 }: Job) =>
    state === 'running' ? 0 : state === 'queued' ? place : Number.POSITIVE_INFINITY
  return jobs.toSorted((one, other) =>
    rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0,
  )
}

function print(job: Job, words: Words): void {
  for (const line of jobLines([job], words)) process.stdout.write(`${line}\n`)
}

/** For programs: `asked` is what `signal` was called before. */
const toJson = (job: Job) => JSON.stringify(spellOut({ ...job, asked: job.signal }))
