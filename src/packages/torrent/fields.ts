import { type Bencoded, latin1 } from './bencode/decode.ts'

/** What is bencoded, and no torrent that may be believed. */
export class TorrentError extends Error {
  override readonly name = 'TorrentError'
}

/** The keys of a dictionary, as text or as bytes. */
type Key = string | Uint8Array

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A dictionary of a torrent, read by the kinds that its fields must have. Each throws TorrentError. */
export class Fields {
  readonly #values: ReadonlyMap<string, Bencoded>

  constructor(value: Bencoded | undefined, name = 'It') {
    if (!(value instanceof Map)) throw new TorrentError(`${name} is no dictionary.`)
    this.#values = value
  }

  has(key: Key): boolean {
    return this.#find(key) !== undefined
  }

  /** All keys, as text. */
  names(): readonly string[] {
    return [...this.#values.keys()].map((key) => readText(Buffer.from(key, 'latin1'), key))
  }

  fields(key: Key): Fields {
    return new Fields(this.#find(key), nameOf(key))
  }

  number(key: Key): number {
    const value = this.#find(key)
    if (typeof value !== 'number') throw new TorrentError(`${nameOf(key)} is no number.`)
    return value
  }

  bytes(key: Key): Uint8Array {
    const value = this.#find(key)
    if (!(value instanceof Uint8Array)) throw new TorrentError(`${nameOf(key)} is no string.`)
    return value
  }

  text(key: Key): string {
    return readText(this.bytes(key), nameOf(key))
  }

  list(key: Key): readonly Bencoded[] {
    const value = this.#find(key)
    if (!Array.isArray(value)) throw new TorrentError(`${nameOf(key)} is no list.`)
    return value
  }

  /** A text or a list of texts; none where there is no such field. */
  texts(key: Key): readonly string[] {
    if (!this.has(key)) return []
    if (this.#find(key) instanceof Uint8Array) return [this.text(key)]
    return this.list(key).map((each) => {
      if (each instanceof Uint8Array) return readText(each, nameOf(key))
      throw new TorrentError(`${nameOf(key)} is no list of texts.`)
    })
  }

  #find(key: Key): Bencoded | undefined {
    return this.#values.get(latin1(typeof key === 'string' ? Buffer.from(key) : key))
  }
}

function readText(bytes: Uint8Array, name: string): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new TorrentError(`${name} is no text.`)
  }
}

const nameOf = (key: Key) => (typeof key === 'string' ? key : 'A field')
