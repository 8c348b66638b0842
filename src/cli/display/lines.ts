import { outcomeLabels } from '../../report/kinds.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { type Display, describeLibrary, nameOf } from './display.ts'

/** Plain lines, for logs and pipes: what is read, then one line as each entry ends. */
export function showLines(): Display {
  let total = 0
  let done = 0
  const say = (line: string) => process.stderr.write(`${cleanLine(line)}\n`)
  return {
    show: (event) => {
      switch (event.kind) {
        case 'library':
          for (const line of describeLibrary(event)) say(line)
          break
        case 'playlist':
          done = 0
          total = event.playlist.entries.length
          say(
            `${event.playlist.name}: ${total} ${total === 1 ? 'entry' : 'entries'}, read as ${event.playlist.format}`,
          )
          break
        case 'outcome':
          say(`[${++done}/${total}] ${outcomeLabels[event.outcome.kind]}: ${nameOf(event.outcome)}`)
      }
    },
    clear: () => {},
  }
}
