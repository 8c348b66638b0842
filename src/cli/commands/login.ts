import { createInterface } from 'node:readline'
import { Argument, Command } from 'commander'
import { cleanLine } from '../../report/terminal/width.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentOf, wordsOf } from '../language.ts'
import { settings } from '../settings.ts'

const service = () => new Argument('<service>', 'where').choices(['spotify'])

export function loginCommand(): Command {
  return settings(new Command('login'))
    .summary('let Songkeep read your own playlists at Spotify')
    .description(
      'Logs you in at Spotify under a client id of your own. Songkeep may then read your playlists, those you may add to, and your liked songs; it can change nothing.',
    )
    .addArgument(service())
    .addHelpText('after', explanation)
    .action(async (_service: string, _flags: unknown, command: Command) => {
      const words = wordsOf(command)
      const { login } = words.terminal
      const { logInToSpotify } = await import('../../app/playlists/login.ts')
      const { signal, done } = stopOnInterrupt(words)
      const lines = createInterface({ input: process.stdin, terminal: false })
      try {
        const name = await logInToSpotify(
          environmentOf(command),
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

const explanation = `
You need a client id: make an app at https://developer.spotify.com/dashboard (its owner needs Premium), with the
redirect URI http://127.0.0.1/callback and the Web API, and set SONGKEEP_SPOTIFY_CLIENT_ID to its client id.
The login is kept in a file that only you can read (songkeep logout spotify removes it), and ends after six months.

Examples:
  SONGKEEP_SPOTIFY_CLIENT_ID=0123456789abcdef0123456789abcdef songkeep login spotify
  songkeep playlists`

export function logoutCommand(): Command {
  return settings(new Command('logout'))
    .summary('forget your login at Spotify')
    .addArgument(service())
    .addHelpText('after', '\nExample:\n  songkeep logout spotify')
    .action(async (_service: string, _flags: unknown, command: Command) => {
      const { login } = wordsOf(command).terminal
      const { logOutOfSpotify } = await import('../../app/playlists/login.ts')
      const was = await logOutOfSpotify(environmentOf(command))
      process.stdout.write(`${was ? login.forgotten : login.none}\n`)
    })
}
