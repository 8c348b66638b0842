import { createInterface } from 'node:readline'
import { Argument, type Command } from 'commander'
import { cleanLine } from '../../report/terminal/width.ts'
import type { Words } from '../../words/words.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

const service = (description: string) => new Argument('<service>', description).choices(['spotify'])

export function loginCommand(words: Words): Command {
  const said = words.commandLine.login
  return makeCommand('login', words)
    .summary(said.summary)
    .description(said.description)
    .addArgument(service(said.service))
    .addHelpText('after', helpAfter(words, examples, said.explanation))
    .action(async () => {
      const { login } = words.terminal
      const { logInToSpotify } = await import('../../app/spotify/login.ts')
      const { withSavedKeys } = await import('../../app/settings/settings.ts')
      const { signal, done } = stopOnInterrupt(words)
      const lines = createInterface({ input: process.stdin, terminal: false })
      try {
        const name = await logInToSpotify(
          await withSavedKeys(environmentIn(words)),
          {
            onAddress: (address) => process.stdout.write(login.invite(address)),
            onWrongLine: () => process.stdout.write(`${login.wrongLine}\n`),
            pasted: lines,
          },
          signal,
        )
        process.stdout.write(`${login.loggedIn(cleanLine(name))}\n`)
      } finally {
        lines.close()
        done()
      }
    })
}

const examples = [
  'SONGKEEP_SPOTIFY_CLIENT_ID=0123456789abcdef0123456789abcdef songkeep login spotify',
  'songkeep playlists',
]

export function logoutCommand(words: Words): Command {
  const said = words.commandLine.logout
  return makeCommand('logout', words)
    .description(said.summary)
    .addArgument(service(said.service))
    .addHelpText('after', helpAfter(words, ['songkeep logout spotify']))
    .action(async () => {
      const { login } = words.terminal
      const { logOutOfSpotify } = await import('../../app/spotify/login.ts')
      const was = await logOutOfSpotify(environmentIn(words))
      process.stdout.write(`${was ? login.forgotten : login.none}\n`)
    })
}
