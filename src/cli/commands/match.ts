import type { Command } from 'commander'
import { reason } from '../../model/reason.ts'
import { say } from '../../words/say.ts'
import { UserError } from '../../words/user-error.ts'
import type { Words } from '../../words/words.ts'
import { collect, positive } from '../arguments.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

interface Flags {
  readonly catalogue?: readonly string[]
  readonly top: number
  readonly explain?: true
}

export function matchCommand(words: Words): Command {
  const said = words.commandLine.match
  return makeCommand('match', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<queries>', said.queries)
    .option('-c, --catalogue <folder>', said.catalogue, collect)
    .option('--top <number>', said.top, positive(words), 5)
    .option('--explain', said.explain)
    .addHelpText('after', helpAfter(words, examples))
    .action((queries: string, flags: Flags) => match(queries, flags, words))
}

const examples = [
  'songkeep match queries.jsonl --catalogue ~/catalogue > answers.jsonl',
  'songkeep match queries.jsonl --catalogue ~/catalogue --explain > /dev/null',
]

async function match(
  queries: string,
  { catalogue, top, explain }: Flags,
  words: Words,
): Promise<void> {
  if (!catalogue)
    throw new UserError(reason('catalogue.nowhere-to-look'), reason('catalogue.name-catalogue'))
  const { matchQueries } = await import('../../app/catalogues/match.ts')
  const { signal, done } = stopOnInterrupt(words)
  try {
    await matchQueries({
      queries,
      catalogues: catalogue,
      environment: environmentIn(words),
      out: process.stdout,
      top,
      signal,
      tell: (note) => void process.stderr.write(`${say(note, words)}\n`),
      explain: explain ? { out: process.stderr, words } : undefined,
    })
  } finally {
    done()
  }
}
