/** How often one of some words comes in bytes that come in pieces. */
export class MarkCounter {
  readonly #marks: readonly Buffer[]
  count = 0

  /** @param marks in ASCII */
  constructor(marks: readonly string[]) {
    this.#marks = marks.map((mark) => Buffer.from(mark))
  }

  /** The pieces as they are, each counted as it passes. */
  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let before = Buffer.alloc(0)
    for await (const chunk of chunks) {
      const bytes = Buffer.concat([before, chunk])
      // What ends within the piece before has been counted with it.
      for (const mark of this.#marks) this.#countIn(bytes, mark, before.length - mark.length + 1)
      before = bytes.subarray(-32)
      yield chunk
    }
  }

  #countIn(bytes: Buffer, mark: Buffer, from: number): void {
    for (let at = bytes.indexOf(mark, Math.max(0, from)); at >= 0; at = bytes.indexOf(mark, at + 1))
      this.count++
  }
}
