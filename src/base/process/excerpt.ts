import { StringDecoder } from 'node:string_decoder'

/** Keeps the beginning and the end of what is said: about a broken input that can be megabytes. */
export class Excerpt {
  static readonly #half = 64 * 1024
  readonly #skip: ((line: string) => boolean) | undefined
  readonly #decoder = new StringDecoder('utf8')
  #head = ''
  #tail = ''
  #cut = false
  /** The beginning of a line whose end has not come yet. */
  #rest = ''

  /** Lines that `skip` takes are left out. */
  constructor(stream?: NodeJS.ReadableStream | null, skip?: (line: string) => boolean) {
    this.#skip = skip
    stream?.on('data', (chunk: Buffer) => this.write(chunk))
    stream?.on('end', () => this.end())
  }

  write(chunk: Buffer) {
    const text = this.#decoder.write(chunk)
    if (!this.#skip) return this.add(text)
    const lines = `${this.#rest}${text}`.split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) if (!this.#skip(line)) this.add(`${line}\n`)
    // A line without an end is no reason to hold all of it.
    if (this.#rest.length > Excerpt.#half) this.end()
  }

  end() {
    this.add(this.#rest)
    this.#rest = ''
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
