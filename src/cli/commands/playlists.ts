import { Command } from 'commander'
import { readEnvironment } from '../../app/environment.ts'
import type { ListedPlaylist } from '../../playlist/services/spotify/list-playlists.ts'
import { cleanLine, displayWidth, fitWidth } from '../../report/terminal/width.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { settings } from '../settings.ts'

export function playlistsCommand(): Command {
  return settings(new Command('playlists'))
    .summary('list your playlists at Spotify')
    .description(
      'Lists your playlists at Spotify and those you follow: which can be read, and why the others cannot.',
    )
    .option('--json', 'print one playlist a line, for programs')
    .addHelpText(
      'after',
      `
Examples:
  songkeep playlists
  songkeep backup spotify:liked --library ~/Music --into ~/Keep`,
    )
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const { listOwnPlaylists } = await import('../../app/playlists/own-playlists.ts')
      const { signal, done } = stopOnInterrupt()
      try {
        const playlists = await listOwnPlaylists(readEnvironment(), signal)
        const lines = json ? playlists.map((each) => JSON.stringify(each)) : describe(playlists)
        process.stdout.write(`${lines.join('\n')}\n`)
      } finally {
        done()
      }
    })
}

const NAME_WIDTH = 40

function describe(playlists: readonly ListedPlaylist[]): readonly string[] {
  const readable = playlists.filter(({ unreadable }) => unreadable === undefined)
  const others = playlists.filter(({ unreadable }) => unreadable !== undefined)
  return [
    'Can be read, by giving it to songkeep backup:',
    ...readable.map(({ name, tracks, uri }) => {
      const shown = fitWidth(cleanLine(name), NAME_WIDTH)
      const gap = ' '.repeat(Math.max(1, NAME_WIDTH + 2 - displayWidth(shown)))
      return `  ${shown}${gap}${String(tracks ?? '?').padStart(6)}  ${uri}`
    }),
    ...(others.length > 0
      ? [
          'Cannot be read; export them as your data from Spotify, or copy their tracks into one of yours:',
          ...others.map(
            ({ name, owner, unreadable }) =>
              `  ${fitWidth(cleanLine(name), NAME_WIDTH)}, by ${cleanLine(owner)}: ${unreadable}`,
          ),
        ]
      : []),
  ]
}
