import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** No row of a log is longer. */
const MAX_ROW_BYTES = 1024 * 1024

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = [0x5b, 0x7b]
const CLOSE = [0x5d, 0x7d]

/**
 * The objects of one long JSON list, from bytes as they come: memory is that of a piece, however long
 * the list. Each piece is cut after its last whole row and given to JSON.parse. Throws UserError for
 * what is no list or is cut off; the rows before that have been given.
 */
export async function* readJsonRows(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly unknown[]> {
  const splitter = new RowSplitter()
  for await (const chunk of chunks) {
    const rows = splitter.push(chunk)
    if (rows.length > 0) yield rows
  }
  if (!splitter.finished) throw damaged()
}

class RowSplitter {
  #rest: Uint8Array = new Uint8Array(0)
  #depth = 0
  #inString = false
  #escaped = false
  #started = false
  finished = false

  push(chunk: Uint8Array): readonly unknown[] {
    const from = this.#rest.length
    const bytes = from === 0 ? Buffer.from(chunk) : Buffer.concat([this.#rest, chunk])
    const start = this.#started ? 0 : this.#begin(bytes)
    if (start === undefined) {
      this.#rest = bytes
      return []
    }
    const end = this.#scan(bytes, Math.max(from, start))
    if (end === 0) {
      if (bytes.length > MAX_ROW_BYTES) throw damaged()
      this.#rest = bytes.subarray(start)
      return []
    }
    this.#rest = bytes.subarray(end)
    if (this.#rest.length > MAX_ROW_BYTES) throw damaged()
    const text = bytes.toString('utf8', start, end).trim().replace(/^,/, '')
    try {
      return JSON.parse(`[${text}]`)
    } catch (cause) {
      throw damaged(cause)
    }
  }

  /** After the list's bracket; nothing yet when only blanks have come. */
  #begin(bytes: Uint8Array): number | undefined {
    let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
    while (at < bytes.length && (bytes[at] ?? 0) <= 0x20) at++
    if (at === bytes.length) {
      if (at > MAX_ROW_BYTES) throw damaged()
      return undefined
    }
    if (bytes[at] !== OPEN[0]) throw new UserError(reason('playlist.history-no-list'))
    this.#started = true
    return at + 1
  }

  /** Goes through the bytes that are new; the place after the last row that is whole, or 0. */
  #scan(bytes: Uint8Array, from: number): number {
    let [depth, inString, escaped, end] = [this.#depth, this.#inString, this.#escaped, 0]
    for (let at = from; at < bytes.length; at++) {
      const code = bytes[at]
      if (inString) {
        if (escaped) escaped = false
        else if (code === BACKSLASH) escaped = true
        else if (code === QUOTE) inString = false
      } else if (code === QUOTE) inString = true
      else if (code === OPEN[1] || code === OPEN[0]) depth++
      else if (code === CLOSE[1] || code === CLOSE[0]) {
        if (depth === 0) {
          this.finished = true
          break
        }
        if (--depth === 0) end = at + 1
      }
    }
    this.#depth = depth
    this.#inString = inString
    this.#escaped = escaped
    return end
  }
}

const damaged = (cause?: unknown) =>
  new UserError(reason('playlist.history-damaged'), reason('playlist.get-again'), { cause })
