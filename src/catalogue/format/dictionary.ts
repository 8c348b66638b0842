import type { ByteReader, ByteWriter } from './bytes.ts'

/** So many texts are numbered; what comes later is written out each time. */
const MAX_TEXTS = 8192
/** Longer ones are written out. */
const MAX_LENGTH = 200

/** Texts that come again and again (licences, beginnings of ids and URLs), numbered from 1. */
export class Dictionary {
  readonly #texts: string[]
  readonly #numbers: Map<string, number>

  constructor(texts: readonly string[] = []) {
    this.#texts = [...texts]
    this.#numbers = new Map(texts.map((text, index) => [text, index + 1]))
  }

  get texts(): readonly string[] {
    return this.#texts
  }

  /** A varint number, or 0 and the text itself. */
  write(text: string, to: ByteWriter): void {
    let number = this.#numbers.get(text)
    if (number === undefined && this.#texts.length < MAX_TEXTS && text.length <= MAX_LENGTH) {
      number = this.#texts.push(text)
      this.#numbers.set(text, number)
    }
    to.varint(number ?? 0)
    if (number === undefined) to.lengthAndText(text)
  }

  read(from: ByteReader): string {
    const number = from.varint()
    if (number === 0) return from.lengthAndText()
    const text = this.#texts[number - 1]
    if (text === undefined) throw new RangeError(`No dictionary entry ${number}`)
    return text
  }
}
