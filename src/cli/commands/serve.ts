import { hostname } from 'node:os'
import type { Command } from 'commander'
import { cleanLine, fitWidth } from '../../report/terminal/width.ts'
import type { Words } from '../../words/words.ts'
import { collect, countOrNone, portNumber } from '../arguments.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'
import { untilInterrupted } from '../until-interrupted.ts'

interface Flags {
  readonly port: number
  readonly host: string
  readonly name?: readonly string[]
  readonly title?: string
  readonly folder?: readonly string[]
  readonly accounts?: string
  readonly jobs: number
  readonly open?: true
}

const DEFAULT_PORT = 4747

export function serveCommand(words: Words): Command {
  const said = words.commandLine.serve
  return makeCommand('serve', words)
    .summary(said.summary)
    .description(said.description)
    .option('-p, --port <number>', said.port, portNumber(words), DEFAULT_PORT)
    .option('--host <address>', said.host, '127.0.0.1')
    .option('--name <host>', said.name, collect)
    .option('--title <name>', said.title)
    .option('--folder <folder>', said.folder, collect)
    .option('--accounts <folder>', said.accounts)
    .option('-j, --jobs <number>', said.jobs, countOrNone(words), 2)
    .option('--open', said.open)
    .addHelpText('after', helpAfter(words, examples))
    .action((flags: Flags) => serve(flags, words))
}

const examples = [
  'songkeep serve --open',
  'songkeep serve --port 8080 --folder ~/Music --folder ~/Keep',
  'SONGKEEP_PASSWORD=… songkeep serve --host 0.0.0.0 --name music.home',
  'SONGKEEP_DATABASE_URL=postgres://songkeep:…@db.home/songkeep songkeep serve --jobs 0',
]

async function serve(flags: Flags, words: Words): Promise<void> {
  const { port, host, name, title, folder, accounts, jobs, open } = flags
  const { openContext } = await import('../../app/open-context.ts')
  const { findWebFolder } = await import('../../app/web-folder.ts')
  const { openTelemetry } = await import('../../app/telemetry/telemetry.ts')
  const { startServer } = await import('../../server/server.ts')
  const found = environmentIn(words)
  const environment = { ...found, accountsDir: accounts ?? found.accountsDir }
  const told = words.terminal.serve
  const { password } = environment
  await using telemetry = await openTelemetry(environment)
  const { log } = telemetry
  await using context = await openContext(environment, { width: jobs, log, folders: folder })
  await using server = await startServer(context, {
    port,
    host,
    webDir: findWebFolder(),
    password,
    accounts: context.accounts,
    hostNames: name,
    title: titleOf(title ?? name?.[0] ?? hostname()),
    log,
  })
  process.stdout.write(`${told.isAt(server.address)}\n${told.untilStopped}\n`)
  if (open) {
    const { openBrowser } = await import('../../base/process/open-browser.ts')
    openBrowser(server.address)
  }
  await untilInterrupted()
  log(`\n${told.stopping}`)
  context.operations.stop()
}

const MAX_TITLE_WIDTH = 80

const titleOf = (text: string) => fitWidth(cleanLine(text), MAX_TITLE_WIDTH)
