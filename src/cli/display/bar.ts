import { SingleBar } from 'cli-progress'
import type { Progress } from '../../model/progress.ts'
import { cleanLine, fitWidth } from '../../report/terminal/width.ts'
import { formatName } from '../../words/names.ts'
import type { Words } from '../../words/words.ts'
import {
  type Display,
  describeLeftAlone,
  describeLibrary,
  describeNotReread,
  nameOf,
} from './display.ts'

/** One bar on a terminal: the library's scan first, then the tracks with the time left. */
export function showBar(words: Words): Display {
  const bar = new Bar(words)
  return { show: (event) => bar.show(event), clear: () => bar.clear() }
}

class Bar {
  readonly #words: Words
  #bar: SingleBar | undefined
  #preparing: string | undefined
  #done = 0

  constructor(words: Words) {
    this.#words = words
  }

  clear() {
    this.#bar?.stop()
    this.#bar = undefined
  }

  show(event: Progress) {
    switch (event.kind) {
      case 'preparing':
        if (event.total !== undefined) this.#prepare(event.what, event.done, event.total)
        break
      case 'library':
        this.clear()
        for (const line of describeLibrary(event, this.#words).slice(1))
          process.stderr.write(`${cleanLine(line)}\n`)
        break
      case 'playlist':
        this.#done = 0
        this.#start(this.#words.terminal.bars.tracks, event.playlist.entries.length)
        break
      case 'stage':
        if (event.stage !== 'waiting') this.#bar?.update(nameTag(formatName(event.track)))
        break
      case 'left-alone':
        // It stays above the bar, which is drawn anew below it.
        process.stderr.write(`\r\x1b[K${cleanLine(describeLeftAlone(event, this.#words))}\n`)
        break
      case 'not-reread':
        this.clear()
        process.stderr.write(`${cleanLine(describeNotReread(event, this.#words))}\n`)
        break
      case 'outcome':
        this.#bar?.update(++this.#done, nameTag(nameOf(event.outcome)))
    }
  }

  #prepare(what: string, done: number, total: number) {
    const { bars } = this.#words.terminal
    const format = what in bars ? bars[what as keyof typeof bars] : bars.playlist
    if (!this.#bar || this.#preparing !== what) this.#start(format, total)
    this.#preparing = what
    this.#bar?.setTotal(total)
    this.#bar?.update(done)
  }

  #start(format: string, total: number) {
    this.clear()
    this.#bar = new SingleBar({
      format,
      clearOnComplete: true,
      hideCursor: true,
      fps: 10,
      etaBuffer: 50,
    })
    this.#bar.start(total, 0, { name: '' })
  }
}

/** Columns that the bar and its numbers take. */
const BAR_WIDTH = 58

/** What fits behind the bar. */
function nameTag(text: string) {
  const width = Math.max(10, (process.stderr.columns ?? 80) - BAR_WIDTH)
  return { name: fitWidth(cleanLine(text), width) }
}
