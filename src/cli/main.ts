import { Command, CommanderError } from 'commander'
import { readVersion } from '../app/version.ts'
import { say } from '../words/say.ts'
import { StorageError, UserError } from '../words/user-error.ts'
import type { Words } from '../words/words.ts'
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
import { languageOption, wordsOf } from './language.ts'

/** Runs the command line; sets the exit code, never throws. */
export async function main(args: readonly string[] = process.argv): Promise<void> {
  // A reader that leaves early (`songkeep … | head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.done)
  })
  const program = makeProgram()
  try {
    process.exitCode = exitCodes.done
    await program.parseAsync([...args])
  } catch (error) {
    process.exitCode = tell(error, wordsOf(program))
  }
}

function makeProgram(): Command {
  return new Command('songkeep')
    .description('Keeps your playlists: a folder of tagged MP3s, and a reason for every track.')
    .version(readVersion())
    .addOption(languageOption())
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

function tell(error: unknown, words: Words): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error instanceof UserError) {
    const advice = error.advice ? `  ${say(error.advice, words)}\n` : ''
    process.stderr.write(`songkeep: ${say(error.reason, words)}\n${advice}`)
    return error instanceof StorageError ? exitCodes.broken : exitCodes.usage
  }
  if (error instanceof Error && error.name === 'AbortError') return exitCodes.interrupted
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`songkeep: ${words.terminal.broke}\n${text}\n`)
  return exitCodes.broken
}
