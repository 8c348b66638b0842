import { createInterface } from 'node:readline'
import { Argument, Command } from 'commander'
import { readEnvironment } from '../../app/environment.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { stopOnInterrupt } from '../interrupt.ts'
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
    .action(async () => {
      const { logInToSpotify } = await import('../../app/playlists/login.ts')
      const { signal, done } = stopOnInterrupt()
      const lines = createInterface({ input: process.stdin, terminal: false })
      try {
        const name = await logInToSpotify(
          readEnvironment(),
          {
            onAddress: (address) => process.stdout.write(invite(address)),
            onWrongLine: () => process.stdout.write(`${WRONG_LINE}\n`),
            pasted: lines,
          },
          signal,
        )
        const who = cleanLine(name)
        process.stdout.write(`You are logged in${who === '' ? '' : ` as ${who}`}.\n`)
      } finally {
        lines.close()
        done()
      }
    })
}

const invite = (address: string) => `Open this in a browser, and agree:

  ${address}

If the browser is on another machine it will end at a page that cannot be shown:
copy that page's address (http://127.0.0.1:…) and paste it here.
`

const WRONG_LINE =
  'This is not the address waited for: it begins with http://127.0.0.1 and holds a code and a state.'

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
    .action(async () => {
      const { logOutOfSpotify } = await import('../../app/playlists/login.ts')
      const was = await logOutOfSpotify(readEnvironment())
      process.stdout.write(
        was
          ? 'The login is forgotten here. To take it back at Spotify too: https://www.spotify.com/account/apps\n'
          : 'There was no login.\n',
      )
    })
}
