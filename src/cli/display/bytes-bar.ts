import { SingleBar } from 'cli-progress'
import type { Words } from '../../words/words.ts'

/** A bar of bytes with the time left, on a terminal; elsewhere nothing. */
export class BytesBar {
  readonly #words: Words
  #bar: SingleBar | undefined
  #total = 0

  constructor(words: Words) {
    this.#words = words
  }

  start(total: number) {
    if (!process.stderr.isTTY || total === 0) return
    this.#total = total
    this.#bar = new SingleBar({
      format: this.#words.health.bar,
      clearOnComplete: true,
      hideCursor: true,
      fps: 5,
      etaBuffer: 100,
    })
    this.#bar.start(total, 0, this.#tell(0))
  }

  update(bytes: number) {
    this.#bar?.update(bytes, this.#tell(bytes))
  }

  stop() {
    this.#bar?.stop()
    this.#bar = undefined
  }

  #tell(bytes: number) {
    const { units } = this.#words
    return { done: units.bytes(bytes), all: units.bytes(this.#total) }
  }
}
