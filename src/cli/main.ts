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
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveWithReader)
  const words = wordsIn(findLanguage(args))
  try {
    process.exitCode = exitCodes.done
    await makeProgram(words).parseAsync([...args])
  } catch (error) {
    process.exitCode = tell(error, words)
  }
}

/**
 * A reader that leaves early (`songkeep … | head`) is no fault, and is told nothing. What was found out by then counts:
 * where nothing was, the code does not say that all is well.
 */
function leaveWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode || exitCodes.closedPipe)
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
