import type { Command } from 'commander'
import type { Words } from '../../../words/words.ts'
import { helpAfter, makeCommand } from '../../make-command.ts'
import { addChanges } from './change.ts'
import { addLimits } from './limits.ts'
import { addLists } from './list.ts'
import { addShares } from './share.ts'

const examples = [
  'songkeep accounts add olga',
  'songkeep accounts add anna',
  'songkeep accounts add ben --role guest',
  'songkeep accounts share ben /srv/songkeep/anna-1f0c2b3a/Songkeep',
  'songkeep accounts quota anna 200GB',
]

/** Who may sign in to a server that is opened to several. */
export function accountsCommand(words: Words): Command {
  const said = words.commandLine.accounts
  const command = makeCommand('accounts', words)
    .summary(said.summary)
    .description(said.description)
    .helpCommand('help [command]', words.commandLine.help.helpOf)
    .addHelpText('after', helpAfter(words, examples))
  addChanges(command, words)
  addLists(command, words)
  addLimits(command, words)
  addShares(command, words)
  return command
}
