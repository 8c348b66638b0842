import { createInterface, type Interface } from 'node:readline'

/** Lines of an input, one at a time: what is typed ahead is not lost, and between two lines nothing waits for more. */
export class LineReader {
  readonly #input: NodeJS.ReadableStream
  #reader: Interface | undefined
  readonly #lines: string[] = []
  #hasEnded = false
  #wake = () => {}

  constructor(input: NodeJS.ReadableStream) {
    this.#input = input
  }

  /** Undefined where the input has ended; throws where the signal is aborted. */
  async next(signal: AbortSignal): Promise<string | undefined> {
    signal.throwIfAborted()
    const reader = this.#open()
    if (!this.#hasEnded) reader.resume()
    const stop = () => this.#wake()
    signal.addEventListener('abort', stop, { once: true })
    try {
      while (this.#lines.length === 0 && !this.#hasEnded && !signal.aborted)
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
    } finally {
      signal.removeEventListener('abort', stop)
      if (!this.#hasEnded) reader.pause()
    }
    signal.throwIfAborted()
    return this.#lines.shift()
  }

  #open(): Interface {
    if (this.#reader) return this.#reader
    // Not as a terminal of readline's own: there Ctrl-C would be a key, and would stop nothing.
    const reader = createInterface({ input: this.#input, terminal: false })
    reader.on('line', (line) => {
      this.#lines.push(line)
      this.#wake()
    })
    reader.once('close', () => {
      this.#hasEnded = true
      this.#wake()
    })
    this.#reader = reader
    return reader
  }
}
