import { StringDecoder } from 'node:string_decoder'

/** Keeps the beginning and the end of what is said: about a broken input that can be megabytes. */
export class Excerpt {
  static readonly #half = 64 * 1024
  #head = ''
  #tail = ''
  #cut = false

  constructor(stream?: NodeJS.ReadableStream | null) {
    const decoder = new StringDecoder('utf8')
    stream?.on('data', (chunk: Buffer) => this.add(decoder.write(chunk)))
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
