import { realpathSync } from 'node:fs'
import type { Command } from 'commander'
import { wholeName } from '../../app/archives/bucket/named.ts'
import type { SyncRequest } from '../../app/sync/sync-archive.ts'
import type { Progress } from '../../model/progress.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'
import { addBackupOptions, readBackupOptions } from '../backup-options.ts'
import { commandRunOf } from '../command-run.ts'
import { exitCodes } from '../exit-codes.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

interface Flags extends Readonly<Record<string, unknown>> {
  readonly install?: true
  readonly json?: true
  readonly verbose?: true
}

export function syncCommand(words: Words): Command {
  const said = words.commandLine.sync
  const command = makeCommand('sync', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
  return addBackupOptions(command, words, OPTIONS)
    .option('--install', said.install)
    .option('--json', said.json)
    .option('-v, --verbose', words.commandLine.backup.verbose)
    .addHelpText('after', helpAfter(words, examples))
    .action((into: string, flags: Flags) => run(into, flags, words, command))
}

const OPTIONS = ['libraries', 'catalogues', 'jobs', 'publicPage', 'offline', 'dryRun'] as const

const examples = [
  'songkeep sync ~/Keep',
  'songkeep sync ~/Keep --library /media/disk/Music',
  'songkeep sync ~/Keep --install',
  'songkeep sync ~/Keep --install --dry-run',
]

async function run(into: string, flags: Flags, words: Words, command: Command): Promise<void> {
  const request: SyncRequest = { ...readBackupOptions({ ...flags, into }), into: wholeName(into) }
  if (flags.install) return await install(request, words)
  await sync(request, flags, words, command)
}

async function install(request: SyncRequest, words: Words): Promise<void> {
  const { installSync } = await import('../../app/sync/schedule/install-sync.ts')
  const { openMachine } = await import('../../app/sync/schedule/machine.ts')
  const program = [process.execPath, ...process.execArgv, realpathSync(process.argv[1] ?? '')]
  const installed = await installSync(request, program, openMachine(environmentIn(words)))
  process.stdout.write(`${words.terminal.installed(installed)}\n`)
  if (!installed.isActive && !request.dryRun) process.exitCode = exitCodes.incomplete
}

async function sync(
  request: SyncRequest,
  flags: Flags,
  words: Words,
  command: Command,
): Promise<void> {
  const { syncArchive } = await import('../../app/sync/sync-archive.ts')
  const { recordRun } = await import('../../app/backups/record-run.ts')
  const { withSavedKeys } = await import('../../app/settings/settings.ts')
  const { openDisplay, printProgress } = await import('../streams/print.ts')
  const { signal, stopped, done } = stopOnInterrupt(words)
  const environment = await withSavedKeys(environmentIn(words))
  const record = await recordRun({ kind: 'sync', ...request }, environment)
  const either = record ? AbortSignal.any([signal, record.signal]) : signal
  const counts = { lists: 0, unchanged: 0, notReread: 0 }
  const events = count(syncArchive(request, environment, either), counts)
  const { json = false, verbose = false } = flags
  const { into } = request
  const { textsOf } = await import('../../app/archives/bucket/place.ts')
  const folder = textsOf(into, environment)
  const display = openDisplay(json, words)
  try {
    const followed = record?.follow(events, stopped) ?? events
    // Another --library would take the place of those that each list is kept with.
    const takesLibrary = (request.libraries ?? []).length > 0
    const last = () => [
      ...(record?.stopped ? [say(record.stopped, words)] : []),
      words.terminal.synced(counts),
    ]
    await printProgress(followed, {
      ...{ json, verbose, into, folder, words, display, last },
      run: commandRunOf(command, { isWhole: true, takesLibrary }),
    })
    if (json && record?.stopped) process.stderr.write(`\n${say(record.stopped, words)}\n`)
    if (stopped() || record?.stopped) process.exitCode = exitCodes.interrupted
    else if (counts.notReread > 0) process.exitCode = exitCodes.incomplete
  } finally {
    done()
  }
}

interface Counts {
  lists: number
  unchanged: number
  notReread: number
}

async function* count(events: AsyncIterable<Progress>, counts: Counts): AsyncGenerator<Progress> {
  for await (const event of events) {
    if (event.kind === 'planned') counts.lists += event.names.length
    else if (event.kind === 'unchanged') counts.unchanged++
    else if (event.kind === 'not-reread') counts.notReread++
    yield event
  }
}
