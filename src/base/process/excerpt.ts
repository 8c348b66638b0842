import { StringDecoder } from 'node:string_decoder'

/** Keeps the beginning and the end of what is said: about a broken input that can be megabytes. */
export class Excerpt {
  static readonly #half = 64 * 1024
  #head = ''
  #tail = ''
  #cut = false

  /** Lines that `skip` takes are left out. */
  constructor(stream?: NodeJS.ReadableStream | null, skip?: (line: string) => boolean) {
    const decoder = new StringDecoder('utf8')
    if (!skip) {
      stream?.on('data', (chunk: Buffer) => this.add(decoder.write(chunk)))
      return
    }
    let rest = ''
    stream?.on('data', (chunk: Buffer) => {
      const lines = `${rest}${decoder.write(chunk)}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (!skip(line)) this.add(`${line}\n`)
      // A line without an end is no reason to hold all of it.
      if (rest.length <= Excerpt.#half) return
      this.add(rest)
      rest = ''
    })
    stream?.on('end', () => this.add(rest))
  }

  add(text: string) {
    const room = Math.max(0, Excerpt.#half - this.#head.length)
    this.#head += text.slice(0, room)
    this.#tail += text.slice(room)
    if (this.#tail.length < Excerpt.#half * 2) return
    this.#tail = this.#tail.slice(-Excerpt.#half)
    this.#cut = true
  }

  get text() {
    return this.#cut ? `${this.#head}\n[…]\n${this.#tail}` : this.#head + this.#tail
  }
}
