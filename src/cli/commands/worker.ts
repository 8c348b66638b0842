import type { Command } from 'commander'
import type { Job } from '../../api/contract.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { positive } from '../arguments.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { untilInterrupted } from '../until-interrupted.ts'

const DEFAULT_WIDTH = 2

const examples = [
  'SONGKEEP_DATABASE_URL=postgres://songkeep:…@db.home/songkeep songkeep worker',
  'songkeep worker --width 4',
]

export function workerCommand(words: Words): Command {
  const said = words.commandLine.worker
  return makeCommand('worker', words)
    .summary(said.summary)
    .description(said.description)
    .option('-w, --width <number>', said.width, positive(words), DEFAULT_WIDTH)
    .addHelpText('after', helpAfter(words, examples, said.more))
    .action(({ width }: { readonly width: number }) => work(width, words))
}

async function work(width: number, words: Words): Promise<void> {
  const told = words.terminal.worker
  const print = (line: string) => process.stdout.write(`${line}\n`)
  const running = new Set<string>()
  const { openWorker } = await import('../../app/jobs/open-worker.ts')
  await using worker = await openWorker(environmentIn(words), width, {
    begun(job) {
      running.add(job.id)
      print(told.begun(describe(job)))
    },
    left(job) {
      if (!job) return
      running.delete(job.id)
      const why = job.fault ? `: ${cleanLine(say(job.fault.reason, words))}` : ''
      print(`${told.left(describe(job), words.terminal.jobs.states[job.state])}${why}`)
    },
    trouble: (why) => process.stderr.write(`${say(why, words)}\n`),
  })
  print(told.isAt(worker.database, width))
  print(told.looksIn(worker.dataDir))
  print(told.untilStopped)
  await untilInterrupted()
  process.stderr.write(`\n${told.stopping(running.size)}\n`)
}

const describe = ({ id, title }: Job) => `${id.slice(0, 8)}  ${cleanLine(title)}`
