import { SingleBar } from 'cli-progress'
import { cleanLine, fitWidth } from '../../report/terminal/width.ts'
import { formatName } from '../../report/words.ts'
import { type Display, describeLibrary, nameOf } from './display.ts'

/** One bar on a terminal: the library's scan first, then the tracks with the time left. */
export function showBar(): Display {
  let bar: SingleBar | undefined
  let preparing: string | undefined
  let done = 0
  const clear = () => {
    bar?.stop()
    bar = undefined
  }
  const start = (format: string, total: number) => {
    clear()
    bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true, fps: 10, etaBuffer: 50 })
    bar.start(total, 0, { name: '' })
  }
  const room = () => ({ width: Math.max(10, (process.stderr.columns ?? 80) - 58) })
  const tell = (text: string) => ({ name: fitWidth(cleanLine(text), room().width) })
  return {
    show: (event) => {
      switch (event.kind) {
        case 'preparing':
          if (event.total === undefined) break
          if (!bar || preparing !== event.what) start(prepare(event.what), event.total)
          preparing = event.what
          bar?.setTotal(event.total)
          bar?.update(event.done)
          break
        case 'library':
          clear()
          for (const line of describeLibrary(event).slice(1))
            process.stderr.write(`${cleanLine(line)}\n`)
          break
        case 'playlist':
          done = 0
          start(
            '{bar}  {value}/{total}  {eta_formatted} left  {name}',
            event.playlist.entries.length,
          )
          break
        case 'stage':
          bar?.update(tell(formatName(event.track)))
          break
        case 'outcome':
          bar?.update(++done, tell(nameOf(event.outcome)))
      }
    },
    clear,
  }
}

const prepare = (what: string) =>
  what === 'library'
    ? 'Reading the library  {bar}  {value} of {total} files'
    : `Reading the ${what}  {bar}  {value} of {total} entries`
