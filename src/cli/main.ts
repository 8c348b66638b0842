import { Command, CommanderError } from 'commander'
import { readVersion } from '../app/version.ts'
import { StorageError, UserError } from '../words/user-error.ts'
import { backupCommand } from './commands/backup.ts'
import { catalogueCommand } from './commands/catalogue.ts'
import { compareCommand, evaluateCommand } from './commands/compare.ts'
import { doctorCommand } from './commands/doctor.ts'
import { duplicatesCommand } from './commands/duplicates.ts'
import { exportCommand } from './commands/export.ts'
import { historyCommand } from './commands/history.ts'
import { jobsCommand } from './commands/jobs.ts'
import { loginCommand, logoutCommand } from './commands/login.ts'
import { matchCommand } from './commands/match.ts'
import { playlistsCommand } from './commands/playlists.ts'
import { serveCommand } from './commands/serve.ts'
import { verifyCommand } from './commands/verify.ts'
import { exitCodes } from './exit-codes.ts'

/** Runs the command line; sets the exit code, never throws. */
export async function main(args: readonly string[] = process.argv): Promise<void> {
  // A reader that leaves early (`songkeep … | head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.done)
  })
  try {
    process.exitCode = exitCodes.done
    await program().parseAsync([...args])
  } catch (error) {
    process.exitCode = tell(error)
  }
}

function program(): Command {
  return new Command('songkeep')
    .description('Keeps your playlists: a folder of tagged MP3s, and a reason for every track.')
    .version(readVersion())
    .exitOverride()
    .showHelpAfterError('(songkeep --help shows what there is)')
    .configureHelp({ showGlobalOptions: true })
    .addCommand(backupCommand())
    .addCommand(serveCommand())
    .addCommand(jobsCommand())
    .addCommand(verifyCommand())
    .addCommand(exportCommand())
    .addCommand(historyCommand())
    .addCommand(playlistsCommand())
    .addCommand(loginCommand())
    .addCommand(logoutCommand())
    .addCommand(catalogueCommand())
    .addCommand(matchCommand())
    .addCommand(compareCommand())
    .addCommand(duplicatesCommand())
    .addCommand(evaluateCommand())
    .addCommand(doctorCommand())
    .addHelpText('after', exitCodeHelp)
}

const exitCodeHelp = `
Exit codes: 0 every track is kept, 1 some are not (the report says why), 2 wrong use, 3 something broke.`

function tell(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error instanceof UserError) {
    process.stderr.write(`songkeep: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ''}`)
    return error instanceof StorageError ? exitCodes.broken : exitCodes.usage
  }
  if (error instanceof Error && error.name === 'AbortError') return exitCodes.interrupted
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `songkeep: something broke that should not have. What was kept is safe.\n${text}\n`,
  )
  return exitCodes.broken
}
