import type { Command } from 'commander'
import type { Job } from '../../api/contract.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

const acts = ['pause', 'resume', 'cancel', 'forget'] as const
type Act = (typeof acts)[number]

const examples = ['songkeep jobs', 'songkeep jobs pause 1f0c', 'songkeep jobs resume 1f0c']

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
      for (const job of all)
        process.stdout.write(json ? `${toJson(job)}\n` : `${describe(job, words)}\n`)
    })
  for (const act of acts) list.addCommand(actCommand(act, words))
  return list
}

function actCommand(act: Act, words: Words): Command {
  const said = words.commandLine.jobs
  return makeCommand(act, words)
    .description(said.acts[act])
    .argument('<job>', said.job)
    .action(async (id: string) => {
      const { openJobs, findJob } = await import('../../app/jobs/open-jobs.ts')
      await using jobs = await openJobs(environmentIn(words))
      const { id: whole } = await findJob(jobs, id)
      if (act === 'forget') await jobs.forget(whole)
      else process.stdout.write(`${describe(await jobs[act](whole), words)}\n`)
    })
}

/** What runs, then what waits in the order in which it will run, then the latest. */
function sortJobs(jobs: readonly Job[]): readonly Job[] {
  const rank = ({ state, place = 0 }: Job) =>
    state === 'running' ? 0 : state === 'queued' ? place : Number.POSITIVE_INFINITY
  return jobs.toSorted((one, other) =>
    rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0,
  )
}

/** For programs: `asked` is what `signal` was called before. */
const toJson = (job: Job) => JSON.stringify(spellOut({ ...job, asked: job.signal }))

function describe(job: Job, words: Words): string {
  const { jobs } = words.terminal
  const { id, state, signal, title, done, total, fault, createdAt, place } = job
  const told = signal ? jobs.signals[signal] : jobs.states[state]
  const { count } = words.units
  const amount = total > 0 ? `${count(done)}/${count(total)}` : place ? jobs.place(place) : ''
  const why = fault ? `  ${cleanLine(say(fault.reason, words))}` : ''
  const day = createdAt.slice(0, 16).replace('T', ' ')
  return `${id.slice(0, 8)}  ${told.padEnd(12)} ${amount.padStart(11)}  ${day}  ${cleanLine(title)}${why}`
}
