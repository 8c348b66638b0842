import { Pace } from '../../base/progress/pace.ts'
import type { Progress } from '../../model/progress.ts'
import { cleanLine, wrapWidth } from '../../report/terminal/width.ts'
import { formatName } from '../../words/names.ts'
import type { Words } from '../../words/words.ts'
import {
  type Display,
  describeLeftAlone,
  describeLibrary,
  describeNetwork,
  nameOf,
  notRereadOnce,
} from './display.ts'
import { LiveLine } from './live-line.ts'
import { type Progressing, progressLine } from './progress-line.ts'

/** One line on a terminal: the library's scan first, then the tracks with the time that is left. */
export function showBar(words: Words): Display {
  const bar = new Bar(words)
  return { show: (event) => bar.show(event), clear: () => bar.clear() }
}

class Bar {
  readonly #words: Words
  readonly #notReread: ReturnType<typeof notRereadOnce>
  #line: LiveLine | undefined
  #shown: Progressing = { done: 0, total: 0 }
  #pace: Pace | undefined
  /** Of the whole run: it outlives a list. */
  #remainingMs: number | undefined

  constructor(words: Words) {
    this.#words = words
    this.#notReread = notRereadOnce(words)
  }

  clear() {
    this.#line?.stop()
    this.#line = undefined
    this.#pace = undefined
  }

  show(event: Progress) {
    switch (event.kind) {
      case 'preparing':
        if (event.total !== undefined) this.#prepare(event.what, event.done, event.total)
        break
      case 'library':
        this.clear()
        for (const line of describeLibrary(event, this.#words).slice(1)) this.#print(line)
        break
      case 'playlist':
        this.clear()
        this.#update({ done: 0, total: event.playlist.entries.length })
        break
      case 'remaining':
        this.#remainingMs = event.remainingMs
        this.#update({})
        break
      case 'stage':
        if (event.stage !== 'waiting') this.#update({ name: formatName(event.track) })
        break
      case 'left-alone':
        this.#print(describeLeftAlone(event, this.#words))
        break
      case 'network':
        this.#print(describeNetwork(event, this.#words))
        break
      case 'not-reread':
        this.#print(this.#notReread(event) ?? '')
        break
      case 'outcome':
        this.#update({ done: this.#shown.done + 1, name: nameOf(event.outcome) })
    }
  }

  /** What stays, above the line that is drawn. */
  #print(text: string) {
    if (text === '') return
    const lines = wrapWidth(cleanLine(text), process.stderr.columns || 80).join('\n')
    if (this.#line) this.#line.printAbove(lines)
    else process.stderr.write(`${lines}\n`)
  }

  #prepare(what: string, done: number, total: number) {
    const { parts } = this.#words.progress
    const label = what in parts ? parts[what as keyof typeof parts] : parts.playlist
    if (this.#shown.label !== label) this.clear()
    const isInBytes = what === 'parity'
    const { units } = this.#words
    const amounts = isInBytes ? `${units.bytes(done)} / ${units.bytes(total)}` : undefined
    this.#pace ??= isInBytes ? new Pace() : undefined
    this.#pace?.note(performance.now(), done)
    const remainingMs = this.#pace?.left(performance.now(), done, total)
    this.#show({ label, done, total, amounts, remainingMs })
  }

  #update(change: Partial<Progressing>) {
    const { done, total, name } = { ...this.#shown, ...change }
    this.#show({ done, total, name, remainingMs: this.#remainingMs })
  }

  #show(progressing: Progressing) {
    this.#shown = progressing
    this.#line ??= new LiveLine((columns) => progressLine(this.#shown, columns, this.#words))
    this.#line.update()
  }
}
