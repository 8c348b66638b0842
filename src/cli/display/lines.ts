import { outcomeLabels } from '../../report/summary.ts'
import { cleanLine } from '../../report/terminal.ts'
import { type Display, nameOf } from './display.ts'

/** Plain lines, for logs and pipes: what is read, then one line as each entry ends. */
export function showLines(): Display {
  let total = 0
  let done = 0
  let scanned = 0
  const say = (line: string) => process.stderr.write(`${cleanLine(line)}\n`)
  return {
    show: (event) => {
      switch (event.kind) {
        case 'preparing':
          scanned = event.done
          break
        case 'playlist':
          if (scanned > 0) say(`Library: ${scanned} files`)
          scanned = 0
          done = 0
          total = event.playlist.entries.length
          say(`${event.playlist.name}: ${total} entries, read as ${event.playlist.format}`)
          break
        case 'outcome':
          say(`[${++done}/${total}] ${outcomeLabels[event.outcome.kind]}: ${nameOf(event.outcome)}`)
      }
    },
    clear: () => {},
  }
}
