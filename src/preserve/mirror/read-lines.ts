/** No line that we write is longer. */
const MAX_LINE_BYTES = 1 << 16
const LF = 0x0a

/** The lines of a text that may be anything; longer ones than ours are given cut off, which no reader takes for one. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let held = Buffer.alloc(0)
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      yield decoder.decode(Buffer.concat([held, chunk.subarray(from, end)]))
      held = Buffer.alloc(0)
      from = end + 1
    }
    const rest = chunk.subarray(from)
    if (held.length < MAX_LINE_BYTES) held = Buffer.concat([held, rest])
  }
  if (held.length > 0) yield decoder.decode(held)
}
