import type { Command } from 'commander'
import type { ListedPlaylist } from '../../playlist/services/spotify/list-playlists.ts'
import { cleanLine, displayWidth, fitWidth } from '../../report/terminal/width.ts'
import { say } from '../../words/say.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Words } from '../../words/words.ts'
import { stopOnInterrupt } from '../interrupt.ts'
import { environmentIn } from '../language.ts'
import { helpAfter, makeCommand } from '../make-command.ts'

const examples = [
  'songkeep playlists',
  'songkeep backup spotify:liked --library ~/Music --into ~/Keep',
]

export function playlistsCommand(words: Words): Command {
  const said = words.commandLine.playlists
  return makeCommand('playlists', words)
    .summary(said.summary)
    .description(said.description)
    .option('--json', said.json)
    .addHelpText('after', helpAfter(words, examples))
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const { listOwnPlaylists } = await import('../../app/spotify/own-playlists.ts')
      const { withSavedKeys } = await import('../../app/settings/settings.ts')
      const { signal, done } = stopOnInterrupt(words)
      try {
        const playlists = await listOwnPlaylists(await withSavedKeys(environmentIn(words)), signal)
        const lines = json
          ? playlists.map((each) => JSON.stringify(spellOut(each)))
          : describe(playlists, words)
        process.stdout.write(`${lines.join('\n')}\n`)
      } finally {
        done()
      }
    })
}

const NAME_WIDTH = 40

function describe(playlists: readonly ListedPlaylist[], words: Words): readonly string[] {
  const readable = playlists.filter(({ unreadable }) => unreadable === undefined)
  const others = playlists.filter(({ unreadable }) => unreadable !== undefined)
  return [
    words.terminal.playlists.readable,
    ...readable.map(({ name, tracks, uri }) => {
      const shown = fitWidth(cleanLine(say(name, words)), NAME_WIDTH)
      const gap = ' '.repeat(Math.max(1, NAME_WIDTH + 2 - displayWidth(shown)))
      return `  ${shown}${gap}${String(tracks ?? '?').padStart(6)}  ${uri}`
    }),
    ...(others.length > 0
      ? [
          words.terminal.playlists.others,
          ...others.map(({ name, owner, unreadable = '' }) => {
            const shown = fitWidth(cleanLine(say(name, words)), NAME_WIDTH)
            const whose = cleanLine(say(owner, words))
            const why = say(unreadable, words)
            return `  ${words.terminal.playlists.unreadable(shown, whose, why)}`
          }),
        ]
      : []),
  ]
}
