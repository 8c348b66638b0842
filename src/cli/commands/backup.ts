import type { Command } from 'commander'
import { completeRequest } from '../../model/backup/request.ts'
import { reason } from '../../model/reason.ts'
import { readServerLink } from '../../playlist/servers/server-link.ts'
import { say } from '../../words/say.ts'
import { UserError } from '../../words/user-error.ts'
import type { Words } from '../../words/words.ts'
import { collect } from '../arguments.ts'
import { askAtTerminal, canAsk } from '../ask/list.ts'
import { askInTerminal } from '../ask/user.ts'
import { addBackupOptions, readBackupOptions } from '../backup-options.ts'
import { commandRunOf } from '../command-run.ts'
import { exitCodes } from '../exit-codes.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

/** What is not of the backup itself, but of how it is told. */
interface PrintFlags {
  readonly json?: true
  readonly verbose?: true
}

export function backupCommand(words: Words): Command {
  const said = words.commandLine.backup
  const command = makeCommand('backup', words)
    .summary(said.summary)
    .description(said.description)
    .argument('[playlist...]', said.playlist)
    .option('--from <server>', said.from, collect)
  return addBackupOptions(command, words)
    .option('--json', said.json)
    .option('-v, --verbose', said.verbose)
    .addHelpText(
      'after',
      helpAfter(words, examples, `${said.names(FIELDS)}\n\n${words.commandLine.contact}`),
    )
    .action(async (given: readonly string[], flags: Flags) => {
      const inputs = [...given, ...(flags.from ?? [])]
      if (inputs.length === 0)
        command.error("error: missing required argument 'playlist'", {
          code: 'commander.missingArgument',
        })
      await backUp(inputs, flags, words, command)
    })
}

const FIELDS =
  '{playlist} {position} {artist} {albumartist} {album} {title} {track} {disc} {year} {isrc}'

const examples = [
  'songkeep backup my-playlist.csv --library ~/Music --into ~/Keep',
  'songkeep backup my-playlist.csv --into ~/Keep',
  'songkeep backup my_spotify_data.zip -l ~/Music -l /media/cds -i ~/Keep --playlist "Summer"',
  'songkeep backup list.m3u8 -l ~/Music -i ~/Keep --name "{artist}/{album}/{track} {title}"',
  'songkeep backup https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M -l ~/Music -i ~/Keep',
  'songkeep backup spotify:liked -l ~/Music -i ~/Keep',
  'songkeep backup --from subsonic:https://ann@music.example --playlist "Summer" -l ~/Music -i ~/Keep',
  'songkeep backup my-playlist.csv -l ~/Music -i s3://my-bucket/keep',
  'pbpaste | songkeep backup - -l ~/Music -i ~/Keep --dry-run',
]

type Flags = PrintFlags & { readonly from?: readonly string[] } & Readonly<Record<string, unknown>>

async function backUp(
  given: readonly string[],
  flags: Flags,
  words: Words,
  command: Command,
): Promise<void> {
  const { inputs, accounts } = await nameServers(given, flags, words)
  const request = completeRequest({ ...readBackupOptions(flags), inputs })
  if (request.libraries.length === 0 && (request.offline || environmentIn(words).offline))
    throw new UserError(reason('app.nowhere-to-look'), reason('app.name-library'))
  const { backUpInput } = await import('../../app/backups/back-up.ts')
  const { refuseInto } = await import('../../app/archives/bucket/refuse-into.ts')
  await refuseInto(request, environmentIn(words))
  const { jobOfBackup, recordRun } = await import('../../app/backups/record-run.ts')
  const { withSavedKeys } = await import('../../app/settings/settings.ts')
  const { openDisplay, printProgress } = await import('../streams/print.ts')
  const { signal, stopped, done } = stopOnInterrupt(words)
  const environment = await withSavedKeys(environmentIn(words))
  const record = await recordRun(jobOfBackup(request), environment)
  const either = record ? AbortSignal.any([signal, record.signal]) : signal
  const { json = false, verbose = false } = flags
  const display = openDisplay(json, words)
  const ask = canAsk(inputs, json) ? askAtTerminal(process, words, either, display) : undefined
  const run = backUpInput(request, environment, either, { stdin: process.stdin, accounts, ask })
  const events = record?.follow(run, stopped) ?? run
  try {
    const { into } = request
    const { textsOf } = await import('../../app/archives/bucket/place.ts')
    const folder = textsOf(into, environment)
    const typed = commandRunOf(command, { isWhole: !inputs.includes('-'), takesLibrary: true })
    const last = () => (record?.stopped ? [say(record.stopped, words)] : [])
    const complete = await printProgress(events, {
      ...{ json, verbose, into, folder, words, display, last },
      run: typed,
    })
    if (json && record?.stopped) process.stderr.write(`\n${say(record.stopped, words)}\n`)
    process.exitCode =
      stopped() || record?.stopped
        ? exitCodes.interrupted
        : complete
          ? exitCodes.done
          : exitCodes.incomplete
  } finally {
    done()
  }
}

/** Those of the inputs that are servers of the user's own, by whole addresses, and who the user is there. */
async function nameServers(given: readonly string[], { from = [] }: Flags, words: Words) {
  const isServer = (each: string) => from.includes(each) || readServerLink(each) !== undefined
  if (!given.some(isServer)) return { inputs: given, accounts: [] }
  const { nameInputs } = await import('../../app/servers/accounts.ts')
  const { withSavedKeys } = await import('../../app/settings/settings.ts')
  const environment = await withSavedKeys(environmentIn(words))
  return await nameInputs(given, isServer, environment, askInTerminal(words))
}
