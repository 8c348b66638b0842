import { createReadStream } from 'node:fs'

export interface JournalLine {
  /** Byte offsets in the file; the end is past the line's own end mark. */
  readonly start: number
  readonly end: number
  /** Without its end mark; undefined when it is longer than was asked for, or is no UTF-8. */
  readonly text: string | undefined
  /** True for a last line that has no end mark: it was cut off while being written. */
  readonly torn: boolean
}

const LF = 0x0a

/** Reads a file line by line, in memory bounded by `maxBytes` however long its lines are. */
export const readLines = (
  path: string,
  maxBytes: number,
  signal?: AbortSignal,
): AsyncGenerator<JournalLine> => splitLines(createReadStream(path, { signal }), maxBytes)

/** The same of bytes from anywhere. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<JournalLine> {
  let pieces: Uint8Array[] = []
  let held = 0
  let start = 0
  let at = 0
  const take = (piece: Uint8Array) => {
    held += piece.length
    if (held <= maxBytes) pieces.push(piece)
    else pieces = []
    at += piece.length
  }
  const finish = (torn: boolean): JournalLine => {
    const text = held > maxBytes ? undefined : decodeText(Buffer.concat(pieces))
    const line = { start, end: at, text, torn }
    pieces = []
    held = 0
    start = at
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      take(chunk.subarray(from, end))
      at++
      from = end + 1
      yield finish(false)
    }
    if (from < chunk.length) take(chunk.subarray(from))
  }
  if (held > 0) yield finish(true)
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Undefined where the bytes are no UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
