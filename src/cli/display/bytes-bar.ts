import { Pace } from '../../base/progress/pace.ts'
import type { Words } from '../../words/words.ts'
import { LiveLine } from './live-line.ts'
import { progressLine } from './progress-line.ts'

/** A bar of bytes with the time left, on a terminal; elsewhere nothing. */
export class BytesBar {
  readonly #words: Words
  #line: LiveLine | undefined
  #pace = new Pace()
  #done = 0
  #total = 0

  constructor(words: Words) {
    this.#words = words
  }

  start(total: number) {
    this.stop()
    if (!process.stderr.isTTY || total === 0) return
    this.#total = total
    this.#done = 0
    this.#pace = new Pace()
    this.#line = new LiveLine((columns) => this.#render(columns))
    this.#line.update()
  }

  update(bytes: number) {
    this.#done = bytes
    this.#pace.note(performance.now(), bytes)
    this.#line?.update()
  }

  stop() {
    this.#line?.stop()
    this.#line = undefined
  }

  #render(columns: number) {
    const [done, total] = [this.#done, this.#total]
    const { units, progress } = this.#words
    const remainingMs = this.#pace.left(performance.now(), done, total)
    const amounts = `${units.bytes(done)} / ${units.bytes(total)}`
    const label = progress.parts.archive
    return progressLine({ label, done, total, amounts, remainingMs }, columns, this.#words)
  }
}
