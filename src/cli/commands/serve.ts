import { hostname } from 'node:os'
import type { Command } from 'commander'
import { cleanLine, fitWidth } from '../../report/terminal/width.ts'
import type { Words } from '../../words/words.ts'
import { collect, portNumber, positive } from '../arguments.ts'
import { exitCodes } from '../exit-codes.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

interface Flags {
  readonly port: number
  readonly host: string
  readonly name?: readonly string[]
  readonly title?: string
  readonly folder?: readonly string[]
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
    .option('-j, --jobs <number>', said.jobs, positive(words), 2)
    .option('--open', said.open)
    .addHelpText('after', helpAfter(words, examples))
    .action((flags: Flags) => serve(flags, words))
}

const examples = [
  'songkeep serve --open',
  'songkeep serve --port 8080 --folder ~/Music --folder ~/Keep',
  'SONGKEEP_PASSWORD=… songkeep serve --host 0.0.0.0 --name music.home',
]

async function serve(flags: Flags, words: Words): Promise<void> {
  const { port, host, name, title, folder, jobs, open } = flags
  const { openContext } = await import('../../app/open-context.ts')
  const { findWebFolder } = await import('../../app/web-folder.ts')
  const { startServer } = await import('../../server/server.ts')
  const environment = environmentIn(words)
  const told = words.terminal.serve
  const { password } = environment
  await using context = await openContext(environment, {
    width: jobs,
    log: (line) => process.stderr.write(`${line}\n`),
    folders: folder,
  })
  await using server = await startServer(context, {
    port,
    host,
    webDir: findWebFolder(),
    password,
    hostNames: name,
    title: titleOf(title ?? name?.[0] ?? hostname()),
  })
  process.stdout.write(`${told.isAt(server.address)}\n${told.untilStopped}\n`)
  if (open) {
    const { openBrowser } = await import('../../base/process/open-browser.ts')
    openBrowser(server.address)
  }
  await untilInterrupted()
  process.stderr.write(`\n${told.stopping}\n`)
}

const MAX_TITLE_WIDTH = 80

const titleOf = (text: string) => fitWidth(cleanLine(text), MAX_TITLE_WIDTH)

/** Ctrl-C once: all is put down in order. Twice: out at once, which loses nothing either. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(exitCodes.interrupted)
      asked = true
      resolve()
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
  })
}
