import { Command } from 'commander'
import { collect, portNumber, positive } from '../arguments.ts'
import { environmentOf, wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

interface Flags {
  readonly port: number
  readonly host: string
  readonly name?: readonly string[]
  readonly folder?: readonly string[]
  readonly jobs: number
  readonly open?: true
}

const DEFAULT_PORT = 4747

export function serveCommand(): Command {
  return settings(new Command('serve'))
    .summary('open a page in the browser: no command line needed from there on')
    .description(
      'Serves a page on this machine: drop a playlist, see what was understood, back it up, look at every reason, decide what was not sure. Only this machine reaches it, unless a password is set in SONGKEEP_PASSWORD and another --host is named. Jobs that were under way when it was stopped go on when it is started again.',
    )
    .option('-p, --port <number>', 'where it listens', portNumber, DEFAULT_PORT)
    .option('--host <address>', 'and on which address: 0.0.0.0 is all of them', '127.0.0.1')
    .option(
      '--name <host>',
      'a name that this machine is reached by; give it again for more',
      collect,
    )
    .option(
      '--folder <folder>',
      'what the page may choose folders from: your own folder and other disks where nothing is said; give it again for more',
      collect,
    )
    .option('-j, --jobs <number>', 'backups at work at once', positive, 2)
    .option('--open', 'open it in the browser')
    .addHelpText('after', examples)
    .action(serve)
}

const examples = `
Examples:
  songkeep serve --open
  songkeep serve --port 8080 --folder ~/Music --folder ~/Keep
  SONGKEEP_PASSWORD=… songkeep serve --host 0.0.0.0 --name music.home`

async function serve(flags: Flags, command: Command): Promise<void> {
  const { port, host, name, folder, jobs, open } = flags
  const { openContext } = await import('../../app/open-context.ts')
  const { findWebFolder } = await import('../../app/web-folder.ts')
  const { startServer } = await import('../../server/server.ts')
  const environment = environmentOf(command)
  const words = wordsOf(command).terminal.serve
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
  })
  process.stdout.write(`${words.isAt(server.address)}\n${words.untilStopped}\n`)
  if (open) {
    const { openBrowser } = await import('../../base/process/open-browser.ts')
    openBrowser(server.address)
  }
  await untilInterrupted()
  process.stderr.write(`\n${words.stopping}\n`)
}

/** Ctrl-C once: all is put down in order. Twice: out at once, which loses nothing either. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(130)
      asked = true
      resolve()
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
  })
}
