import { Command } from 'commander'
import type { Job } from '../../api/contract.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import { environmentOf, wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

const acts = ['pause', 'resume', 'cancel', 'forget'] as const
type Act = (typeof acts)[number]

export function jobsCommand(): Command {
  const list = settings(new Command('jobs'))
    .summary('list the backups of this machine, whoever began them, and steer them')
    .description(
      'The page and the command line share one list of jobs. What is resumed runs in the page’s server (songkeep serve).',
    )
    .option('--json', 'print one job a line, for programs')
    .addHelpText(
      'after',
      '\nExamples:\n  songkeep jobs\n  songkeep jobs pause 1f0c\n  songkeep jobs resume 1f0c',
    )
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const words = wordsOf(command)
      const { openJobs } = await import('../../app/jobs/open-jobs.ts')
      await using jobs = await openJobs(environmentOf(command))
      const all = await jobs.list()
      if (all.length === 0 && !json) process.stdout.write(`${words.terminal.jobs.none}\n`)
      for (const job of all)
        process.stdout.write(json ? `${toJson(job)}\n` : `${describe(job, words)}\n`)
    })
  for (const act of acts)
    list.addCommand(
      settings(new Command(act))
        .summary(summaries[act])
        .argument('<job>', 'its id, or the beginning of it')
        .action(async (id: string, _flags: unknown, command: Command) => {
          const { openJobs, findJob } = await import('../../app/jobs/open-jobs.ts')
          await using jobs = await openJobs(environmentOf(command))
          const { id: whole } = await findJob(jobs, id)
          if (act === 'forget') await jobs.forget(whole)
          else process.stdout.write(`${describe(await jobs[act](whole), wordsOf(command))}\n`)
        }),
    )
  return list
}

/** For programs: `asked` is what `signal` was called before. */
const toJson = (job: Job) => JSON.stringify(spellOut({ ...job, asked: job.signal }))

const summaries: Readonly<Record<Act, string>> = {
  pause: 'stop it for now: what was kept stays',
  resume: 'put it in line again',
  cancel: 'stop it for good: what was kept stays',
  forget: 'take what has ended off the list',
}

function describe(job: Job, { terminal }: Words): string {
  const { id, state, signal, title, done, total, fault, createdAt } = job
  const told = signal ? terminal.jobs.signals[signal] : terminal.jobs.states[state]
  const amount = total > 0 ? `${done}/${total}` : ''
  const why = fault ? `  ${cleanLine(fault.message)}` : ''
  const day = createdAt.slice(0, 16).replace('T', ' ')
  return `${id.slice(0, 8)}  ${told.padEnd(12)} ${amount.padStart(11)}  ${day}  ${cleanLine(title)}${why}`
}
