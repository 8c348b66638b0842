import type { Command } from 'commander'
import type { Environment } from '../../app/environment.ts'
import type { PushedList } from '../../app/push/push-list.ts'
import type { ServerAccount } from '../../playlist/servers/server.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { formatName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import { askInTerminal } from '../ask/user.ts'
import { exitCodes } from '../exit-codes.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

interface Flags {
  readonly to: string
  readonly playlist?: string
  readonly write?: true
  readonly json?: true
}

export function pushCommand(words: Words): Command {
  const said = words.commandLine.push
  return makeCommand('push', words)
    .summary(said.summary)
    .description(said.description)
    .argument('<archive>', said.archive)
    .requiredOption('--to <server>', said.to)
    .option('-p, --playlist <name>', said.playlist)
    .option('--write', said.write)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, examples))
    .action((archive: string, flags: Flags) => push(archive, flags, words))
}

const examples = [
  'songkeep push ~/Keep --to subsonic:https://ann@music.example',
  'songkeep push ~/Keep --to jellyfin:https://jellyfin.example --playlist "Summer" --write',
  'songkeep push ~/Keep --to listenbrainz --write',
]

async function push(archive: string, flags: Flags, words: Words): Promise<void> {
  const { playlist: only, write: isWritten = false, json = false } = flags
  const { pushArchive } = await import('../../app/push/push-archive.ts')
  const { withSavedKeys } = await import('../../app/settings/settings.ts')
  const environment = await withSavedKeys(environmentIn(words))
  const to = await nameTarget(flags.to, environment, words)
  const { signal, done } = stopOnInterrupt(words)
  let isComplete = true
  try {
    for await (const list of pushArchive({ archive, to, only, isWritten }, environment, signal)) {
      isComplete &&= list.action !== 'refused' && list.missing.length + list.notes.length === 0
      const lines = json ? [JSON.stringify(spellOut(list))] : describe(list, isWritten, words)
      process.stdout.write(`${lines.join('\n')}\n`)
    }
  } finally {
    done()
  }
  if (!isWritten && !json) process.stdout.write(`${words.terminal.push.dryRun}\n`)
  if (!isComplete) process.exitCode = exitCodes.incomplete
}

async function nameTarget(
  to: string,
  environment: Environment,
  words: Words,
): Promise<ServerAccount | 'listenbrainz'> {
  if (to.trim().toLowerCase() === 'listenbrainz') return 'listenbrainz'
  const { nameAccount, readServerName } = await import('../../app/servers/accounts.ts')
  return await nameAccount(readServerName(to, environment), environment, askInTerminal(words))
}

function describe(list: PushedList, isWritten: boolean, words: Words): readonly string[] {
  const { push: told } = words.terminal
  const { name, action, added, songs, others, missing, notes } = list
  const counts = { added, songs, others, missing: missing.length }
  return [
    `${cleanLine(name)}: ${told[action](counts, isWritten)}`,
    ...notes.map((note) => `  ${say(note, words)}`),
    ...missing.map(
      ({ position, track, why }) =>
        `  ${String(position).padStart(3)}  ${cleanLine(formatName(track))}: ${say(why, words)}`,
    ),
  ]
}
