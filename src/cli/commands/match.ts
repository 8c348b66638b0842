import { Command } from 'commander'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { collect, positive } from '../arguments.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

interface Flags {
  readonly catalogue?: readonly string[]
  readonly top: number
  readonly explain?: true
}

export function matchCommand(): Command {
  return settings(new Command('match'))
    .summary('find recordings in a catalogue')
    .description('Answers each query with match, ambiguous or none, candidates and probabilities.')
    .argument(
      '<queries>',
      'JSON lines of {"id","title","artists",…}, .gz too, or - for standard input',
    )
    .option('-c, --catalogue <folder>', 'where to look; give it again for more', collect)
    .option('--top <number>', 'candidates in each answer', positive, 5)
    .option(
      '--explain',
      'draw on standard error what each field weighs, and put the values compared into the answers',
    )
    .addHelpText(
      'after',
      `
Examples:
  songkeep match queries.jsonl --catalogue ~/catalogue > answers.jsonl
  songkeep match queries.jsonl --catalogue ~/catalogue --explain > /dev/null`,
    )
    .action(match)
}

async function match(
  queries: string,
  { catalogue, top, explain }: Flags,
  command: Command,
): Promise<void> {
  if (!catalogue)
    throw new UserError(reason('catalogue.nowhere-to-look'), reason('catalogue.name-catalogue'))
  const { matchQueries } = await import('../../app/catalogues/match.ts')
  const words = wordsOf(command)
  const { signal, done } = stopOnInterrupt(words)
  try {
    await matchQueries({
      queries,
      catalogues: catalogue,
      out: process.stdout,
      top,
      signal,
      explain: explain ? { out: process.stderr, words } : undefined,
    })
  } finally {
    done()
  }
}
