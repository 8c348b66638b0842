import type { Playlist } from '../../model/playlist.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { formatTitle } from '../../words/names.ts'
import type { Words } from '../../words/words.ts'
import {
  type Display,
  describeLeftAlone,
  describeLibrary,
  describeNetwork,
  nameOf,
  notRereadOnce,
} from './display.ts'

/** Plain lines, for logs and pipes: what is read, then one line as each entry ends. */
export function showLines(words: Words): Display {
  let total = 0
  let done = 0
  const notReread = notRereadOnce(words)
  const print = (line: string) => process.stderr.write(`${cleanLine(line)}\n`)
  const printSome = (line: string | undefined) => line !== undefined && print(line)
  return {
    show: (event) => {
      switch (event.kind) {
        case 'library':
          for (const line of describeLibrary(event, words)) print(line)
          break
        case 'playlist':
          done = 0
          total = event.playlist.entries.length
          print(describePlaylist(event.playlist, words))
          break
        case 'left-alone':
          print(describeLeftAlone(event, words))
          break
        case 'network':
          print(describeNetwork(event, words))
          break
        case 'unchanged':
          print(words.terminal.nothingNew(event.playlist.name))
          break
        case 'not-reread':
          printSome(notReread(event))
          break
        case 'outcome':
          print(
            `[${++done}/${total}] ${words.outcomes.labels[event.outcome.kind]}: ${nameOf(event.outcome)}`,
          )
      }
    },
    clear: () => {},
  }
}

const describePlaylist = ({ name, entries, format }: Playlist, words: Words) =>
  words.terminal.playlist(name, entries.length, formatTitle(format, words))
