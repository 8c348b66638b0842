import { compareBytes, joinBytes } from '../bytes.ts'

/** What a torrent's file is made of (BEP 3). Text is UTF-8; keys of a dictionary are text or bytes. */
export type Bencodable =
  | number
  | string
  | Uint8Array
  | readonly Bencodable[]
  | ReadonlyMap<string | Uint8Array, Bencodable>

const utf8 = new TextEncoder()
const ascii = (text: string) => utf8.encode(text)

/** Bencoded as BEP 3 says: whole numbers, and the keys of a dictionary in the order of their bytes. */
export function bencode(value: Bencodable): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  append(value, pieces)
  return joinBytes(pieces)
}

function append(value: Bencodable, pieces: Uint8Array[]): void {
  if (typeof value === 'number') pieces.push(ascii(`i${wholeNumber(value)}e`))
  else if (typeof value === 'string') append(utf8.encode(value), pieces)
  else if (value instanceof Uint8Array) pieces.push(ascii(`${value.length}:`), value)
  else if (value instanceof Map) appendDictionary(value, pieces)
  else if (Array.isArray(value)) {
    pieces.push(ascii('l'))
    for (const each of value) append(each, pieces)
    pieces.push(ascii('e'))
  }
}

function appendDictionary(value: ReadonlyMap<string | Uint8Array, Bencodable>, to: Uint8Array[]) {
  const entries = [...value]
    .map(([key, each]) => [typeof key === 'string' ? utf8.encode(key) : key, each] as const)
    .sort(([one], [other]) => compareBytes(one, other))
  to.push(ascii('d'))
  for (const [key, each] of entries) {
    append(key, to)
    append(each, to)
  }
  to.push(ascii('e'))
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error(`Not a whole number: ${value}`)
  return value
}
