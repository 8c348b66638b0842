import { CommanderError } from 'commander'
import { wordsIn } from '../words/languages.ts'
import { say } from '../words/say.ts'
import { StorageError, UserError } from '../words/user-error.ts'
import type { Words } from '../words/words.ts'
import { exitCodes } from './exit-codes.ts'
import { findLanguage } from './language.ts'
import { makeProgram } from './program.ts'

/** Runs the command line; sets the exit code, never throws. */
export async function main(args: readonly string[] = process.argv): Promise<void> {
  // A reader that leaves early (`songkeep … | head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.done)
  })
  const words = wordsIn(findLanguage(args))
  try {
    process.exitCode = exitCodes.done
    await makeProgram(words).parseAsync([...args])
  } catch (error) {
    process.exitCode = tell(error, words)
  }
}

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
