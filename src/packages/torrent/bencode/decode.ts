/** A value that was read. Keys of a dictionary have one character a byte (Latin-1), as keys need not be text. */
export type Bencoded = number | Uint8Array | readonly Bencoded[] | ReadonlyMap<string, Bencoded>

/** What cannot be a torrent's file: not bencoded, or larger or deeper than any torrent has to be. */
export class BencodeError extends Error {
  override readonly name = 'BencodeError'
}

const MAX_DEPTH = 100
const MAX_VALUES = 2_000_000

export interface Decoded {
  readonly value: Bencoded
  /** Where the value is a dictionary: the bytes of each of its values, as they stand. */
  readonly raw: ReadonlyMap<string, Uint8Array>
}

/**
 * Reads bencoded bytes strictly: numbers and lengths in their one form, keys in order and each once, nothing behind.
 * Byte strings are views of `bytes`. Throws BencodeError.
 */
export function decode(bytes: Uint8Array): Decoded {
  const reader = new Reader(bytes)
  const value = reader.value(0)
  if (reader.at !== bytes.length) throw new BencodeError('There are bytes behind the end.')
  return { value, raw: reader.raw }
}

const NUMBER = 0x69
const LIST = 0x6c
const DICTIONARY = 0x64
const END = 0x65
const COLON = 0x3a

class Reader {
  at = 0
  readonly raw = new Map<string, Uint8Array>()
  #values = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  value(depth: number): Bencoded {
    if (depth > MAX_DEPTH) throw new BencodeError('It is nested too deeply.')
    if (++this.#values > MAX_VALUES) throw new BencodeError('It has too many values.')
    switch (this.#bytes[this.at]) {
      case NUMBER:
        this.at++
        return this.#number(END)
      case LIST:
        return this.#list(depth)
      case DICTIONARY:
        return this.#dictionary(depth)
      default:
        return this.#string()
    }
  }

  #list(depth: number): readonly Bencoded[] {
    const list: Bencoded[] = []
    this.at++
    while (!this.#ends()) list.push(this.value(depth + 1))
    return list
  }

  #dictionary(depth: number): ReadonlyMap<string, Bencoded> {
    const dictionary = new Map<string, Bencoded>()
    let last: string | undefined
    this.at++
    while (!this.#ends()) {
      const key = latin1(this.#string())
      // Of one character a byte, strings compare as their bytes do.
      if (last !== undefined && key <= last) throw new BencodeError('Its keys are not in order.')
      last = key
      const start = this.at
      dictionary.set(key, this.value(depth + 1))
      if (depth === 0) this.raw.set(key, this.#bytes.subarray(start, this.at))
    }
    return dictionary
  }

  #ends(): boolean {
    if (this.#bytes[this.at] !== END) return false
    this.at++
    return true
  }

  #string(): Uint8Array {
    const length = this.#number(COLON)
    if (length < 0 || length > this.#bytes.length - this.at)
      throw new BencodeError('It ends within a string.')
    this.at += length
    return this.#bytes.subarray(this.at - length, this.at)
  }

  #number(end: number): number {
    const to = this.#bytes.indexOf(end, this.at)
    const digits = to < 0 || to - this.at > 17 ? '' : latin1(this.#bytes.subarray(this.at, to))
    if (!/^(?:0|-?[1-9]\d*)$/.test(digits)) throw new BencodeError('It has a number in no form.')
    this.at = to + 1
    const value = Number(digits)
    if (!Number.isSafeInteger(value)) throw new BencodeError('It has too large a number.')
    return value
  }
}

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
