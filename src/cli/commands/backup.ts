import { Command } from 'commander'
import { readEnvironment } from '../../app/environment.ts'
import { completeRequest } from '../../model/backup-request.ts'
import { reason } from '../../model/reason.ts'
import { say } from '../../words/say.ts'
import { UserError } from '../../words/user-error.ts'
import { addBackupOptions, readBackupOptions } from '../backup-options.ts'
import { contactHelp } from '../contact-help.ts'
import { exitCodes } from '../exit-codes.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentOf, wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

/** What is not of the backup itself, but of how it is told. */
interface PrintFlags {
  readonly json?: true
  readonly verbose?: true
}

export function backupCommand(): Command {
  const command = settings(new Command('backup'))
    .summary('make a folder of tagged MP3s from a playlist')
    .description(
      'Finds every track of a playlist in your own folders and in open archives, and makes a folder of tagged MP3s of what may be copied, a playlist file that plays them, and a report that says what happened to each entry and why, with links to where the rest can be heard.',
    )
    .argument(
      '<playlist...>',
      'a playlist file, an export (zip, folder or file), a link or URI, spotify:liked, or - for standard input; of several files what is the same playlist is joined',
    )
  return addBackupOptions(command)
    .option('--json', 'print one event a line, for programs')
    .option('-v, --verbose', 'list the kept tracks too')
    .addHelpText('after', examples)
    .action(backUp)
}

const examples = `
A name is made of {playlist} {position} {artist} {albumartist} {album} {title} {track} {disc} {year} {isrc}.

${contactHelp}

Examples:
  songkeep backup my-playlist.csv --library ~/Music --into ~/Keep
  songkeep backup my-playlist.csv --into ~/Keep
  songkeep backup my_spotify_data.zip -l ~/Music -l /media/cds -i ~/Keep --playlist "Summer"
  songkeep backup list.m3u8 -l ~/Music -i ~/Keep --name "{artist}/{album}/{track} {title}"
  songkeep backup https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M -l ~/Music -i ~/Keep
  songkeep backup spotify:liked -l ~/Music -i ~/Keep
  pbpaste | songkeep backup - -l ~/Music -i ~/Keep --dry-run`

async function backUp(
  inputs: readonly string[],
  flags: PrintFlags & Readonly<Record<string, unknown>>,
  command: Command,
): Promise<void> {
  const words = wordsOf(command)
  const request = completeRequest({ ...readBackupOptions(flags), inputs })
  if (request.libraries.length === 0 && (request.offline || readEnvironment().offline))
    throw new UserError(reason('app.nowhere-to-look'), reason('app.name-library'))
  const { backUpInput } = await import('../../app/backups/back-up.ts')
  const { recordRun } = await import('../../app/backups/record-run.ts')
  const { withSavedKeys } = await import('../../app/settings/settings.ts')
  const { printProgress } = await import('../print.ts')
  const { signal, stopped, done } = stopOnInterrupt(words)
  const environment = await withSavedKeys(environmentOf(command))
  const record = await recordRun(request, environment)
  const either = record ? AbortSignal.any([signal, record.signal]) : signal
  const run = backUpInput(request, environment, either, { stdin: process.stdin })
  const events = record?.follow(run, stopped) ?? run
  const { json = false, verbose = false } = flags
  try {
    const complete = await printProgress(events, { json, verbose, into: request.into, words })
    if (record?.stopped) process.stderr.write(`\n${say(record.stopped, words)}\n`)
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
