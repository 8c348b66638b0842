import type { ByteReader, ByteWriter } from './bytes.ts'

/** A symbol of the table: a code of one byte stands for up to eight bytes of UTF-8. */
const SYMBOLS = 255
const MAX_SYMBOL_LENGTH = 8
/** This code is followed by one byte as it is. */
const ESCAPE = 255
const ROUNDS = 5

/**
 * Short texts in about half their bytes: a table of 255 symbols learnt from a sample, each text coded
 * on its own by the longest symbol that fits. After FSST (Boncz, Neumann, Leis, VLDB 2020).
 */
export class TextCodec {
  readonly symbols: readonly Uint8Array[]
  readonly #lengths = new Uint8Array(256)
  readonly #bytes = new Uint8Array(256 * MAX_SYMBOL_LENGTH)
  /** By two bytes: where the codes of symbols beginning with them stand in `#order`, longest first. */
  readonly #starts = new Uint16Array(65_537)
  readonly #order: Uint8Array
  /** By one byte: its own code plus one. */
  readonly #single = new Uint16Array(256)
  #scratch = Buffer.allocUnsafe(1024)

  constructor(symbols: readonly Uint8Array[]) {
    this.symbols = symbols
    const codes: number[] = []
    for (const [code, symbol] of symbols.entries()) {
      this.#lengths[code] = symbol.length
      this.#bytes.set(symbol, code * MAX_SYMBOL_LENGTH)
      if (symbol.length === 1) this.#single[symbol[0] ?? 0] = code + 1
      else codes.push(code)
    }
    const pairOf = (code: number) =>
      (this.#bytes[code * MAX_SYMBOL_LENGTH] ?? 0) * 256 +
      (this.#bytes[code * MAX_SYMBOL_LENGTH + 1] ?? 0)
    const length = (code: number) => this.#lengths[code] ?? 0
    codes.sort((a, b) => pairOf(a) - pairOf(b) || length(b) - length(a))
    this.#order = Uint8Array.from(codes)
    for (const code of codes) {
      const next = pairOf(code) + 1
      this.#starts[next] = (this.#starts[next] ?? 0) + 1
    }
    for (let pair = 1; pair <= 65_536; pair++) {
      this.#starts[pair] = (this.#starts[pair] ?? 0) + (this.#starts[pair - 1] ?? 0)
    }
  }

  /** Learns a table from texts like those to be coded. */
  static train(sample: readonly string[]): TextCodec {
    const texts = sample.map((text) => Buffer.from(text))
    let codec = new TextCodec([])
    for (let round = 0; round < ROUNDS; round++) codec = codec.#improve(texts)
    return codec
  }

  /** One round: the symbols and joined neighbours that would have saved most become the new table. */
  #improve(texts: readonly Buffer[]): TextCodec {
    const gains = new Map<string, number>()
    const credit = (bytes: Buffer, start: number, end: number) => {
      const symbol = bytes.toString('latin1', start, end)
      gains.set(symbol, (gains.get(symbol) ?? 0) + symbol.length)
    }
    for (const bytes of texts) {
      let before = -1
      for (let at = 0; at < bytes.length; ) {
        const code = this.#codeAt(bytes, at, bytes.length)
        const next = at + (code < 0 ? 1 : (this.#lengths[code] ?? 1))
        credit(bytes, at, next)
        // A byte alone must keep its chance, or texts unlike the sample grow.
        if (next - at > 1) credit(bytes, at, at + 1)
        if (before >= 0 && next - before <= MAX_SYMBOL_LENGTH) credit(bytes, before, next)
        before = at
        at = next
      }
    }
    const best = [...gains]
      .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
      .slice(0, SYMBOLS)
    return new TextCodec(best.map(([symbol]) => Buffer.from(symbol, 'latin1')))
  }

  /** The code of the longest symbol here, or -1. */
  #codeAt(bytes: Uint8Array, at: number, end: number): number {
    if (at + 1 < end) {
      const pair = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
      const last = this.#starts[pair + 1] ?? 0
      for (let index = this.#starts[pair] ?? 0; index < last; index++) {
        const code = this.#order[index] ?? 0
        const length = this.#lengths[code] ?? 0
        if (at + length > end) continue
        let same = 2
        while (same < length && this.#bytes[code * MAX_SYMBOL_LENGTH + same] === bytes[at + same])
          same++
        if (same === length) return code
      }
    }
    return (this.#single[bytes[at] ?? 0] ?? 0) - 1
  }

  /** Codes bytes of UTF-8, without a length. */
  encode(bytes: Uint8Array, start: number, end: number, to: ByteWriter): void {
    to.reserve((end - start) * 2)
    const { buffer } = to
    let length = to.length
    for (let at = start; at < end; ) {
      const code = this.#codeAt(bytes, at, end)
      if (code < 0) {
        buffer[length++] = ESCAPE
        buffer[length++] = bytes[at++] ?? 0
      } else {
        buffer[length++] = code
        at += this.#lengths[code] ?? 1
      }
    }
    to.length = length
  }

  /** Reads the text whose codes end at `end`. */
  decode(from: ByteReader, end: number): string {
    const start = from.skip(end - from.at)
    const most = (end - start) * MAX_SYMBOL_LENGTH
    if (this.#scratch.length < most) this.#scratch = Buffer.allocUnsafe(most * 2)
    const { bytes } = from
    const scratch = this.#scratch
    let length = 0
    for (let at = start; at < end; at++) {
      const code = bytes[at] ?? 0
      if (code === ESCAPE) {
        scratch[length++] = bytes[++at] ?? 0
        continue
      }
      const symbol = code * MAX_SYMBOL_LENGTH
      const size = this.#lengths[code] ?? 0
      for (let byte = 0; byte < size; byte++)
        scratch[length + byte] = this.#bytes[symbol + byte] ?? 0
      length += size
    }
    return scratch.toString('utf8', 0, length)
  }
}
