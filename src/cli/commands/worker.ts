import type { Command } from 'commander'
import type { Job } from '../../api/contract.ts'
import type { OperationsService } from '../../app/context.ts'
import type { WorkerListener } from '../../app/jobs/open-worker.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { portNumber, positive } from '../arguments.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { untilInterrupted } from '../until-interrupted.ts'

interface Flags {
  readonly width: number
  readonly healthPort?: number
  readonly healthHost: string
}

const DEFAULT_WIDTH = 2

const examples = [
  'SONGKEEP_DATABASE_URL=postgres://songkeep:…@db.home/songkeep songkeep worker',
  'songkeep worker --width 4',
  'SONGKEEP_LOG=json SONGKEEP_METRICS=1 songkeep worker --health-port 4748',
]

export function workerCommand(words: Words): Command {
  const said = words.commandLine.worker
  return makeCommand('worker', words)
    .summary(said.summary)
    .description(said.description)
    .option('-w, --width <number>', said.width, positive(words), DEFAULT_WIDTH)
    .option('--health-port <number>', said.healthPort, portNumber(words))
    .option('--health-host <address>', said.healthHost, '127.0.0.1')
    .addHelpText('after', helpAfter(words, examples, said.more))
    .action((flags: Flags) => work(flags, words))
}

async function work({ width, healthPort, healthHost }: Flags, words: Words): Promise<void> {
  const told = words.terminal.worker
  const { openWorker } = await import('../../app/jobs/open-worker.ts')
  const { openTelemetry } = await import('../../app/telemetry/telemetry.ts')
  const environment = environmentIn(words)
  await using telemetry = await openTelemetry(environment)
  const running = new Set<string>()
  // Whoever wants lines of JSON gets them, and no titles beside them.
  const print =
    environment.telemetry?.log === 'json'
      ? () => {}
      : (line: string) => void process.stdout.write(`${line}\n`)
  await using worker = await openWorker(
    environment,
    width,
    listenFor(running, words, print, telemetry.log),
  )
  await using health = await serveHealth(worker.operations, healthPort, healthHost)
  if (health) process.stdout.write(`${told.healthIsAt(health.address)}\n`)
  print(told.isAt(worker.database, width))
  print(told.looksIn(worker.dataDir))
  print(told.untilStopped)
  await untilInterrupted()
  telemetry.log(`\n${told.stopping(running.size)}`)
  // Before the health port is closed: whoever asks meanwhile is told that it is stopping.
  await worker.drain()
}

function listenFor(
  running: Set<string>,
  words: Words,
  print: (line: string) => void,
  log: (line: string) => void,
): WorkerListener {
  const told = words.terminal.worker
  return {
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
    trouble: (why) => log(say(why, words)),
  }
}

async function serveHealth(operations: OperationsService, port: number | undefined, host: string) {
  if (port === undefined) return undefined
  const { serveOperations } = await import('../../server/operations/serve-operations.ts')
  return await serveOperations(operations, { port, host })
}

const describe = ({ id, title }: Job) => `${id.slice(0, 8)}  ${cleanLine(title)}`
