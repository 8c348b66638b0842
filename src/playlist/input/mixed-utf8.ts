import { decodeStrictly, detectEncoding } from '../../base/encoding/detect.ts'
import { type Reason, reason } from '../../model/reason.ts'

/**
 * A list in UTF-8 into which lines of another encoding have come, or single bytes that are none: each line is
 * read for itself, and the note says which were not UTF-8. Nothing where the whole is another encoding, in
 * which what looks like UTF-8 is rare.
 */
export function decodeMixedUtf8(
  bytes: Uint8Array,
): { readonly text: string; readonly note: Reason } | undefined {
  const lines = splitLines(bytes)
  const decoded = lines.map((line) => decodeStrictly(line, 'utf-8'))
  const broken = lines.flatMap((line, at) => (decoded[at] === undefined ? [{ line, at }] : []))
  const faults = broken.map(({ line }) => countFaults(line))
  const bad = sum(faults.map((each) => each.bad))
  const good =
    sum(decoded.map((text) => beyondAscii(text ?? ''))) + sum(faults.map((each) => each.good))
  const first = broken[0]
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (!first || !(marked || good >= 2 * bad)) return undefined
  const strange = broken.filter((_, at) => faults[at]?.good === 0)
  const other = detectEncoding(Buffer.concat(strange.map(({ line }) => line)))
  const encoding = other?.encoding ?? 'windows-1252'
  for (const [at, { line, at: place }] of broken.entries())
    decoded[place] = new TextDecoder(faults[at]?.good === 0 ? encoding : 'utf-8').decode(line)
  const note = reason('playlist.lines-not-utf8', {
    lines: broken.length,
    first: first.at + 1,
    encoding: strange.length > 0 ? encoding : undefined,
  })
  return { text: decoded.join(''), note }
}

/** Each with its line end. */
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  while (from < bytes.length) {
    const end = bytes.indexOf(0x0a, from)
    const until = end < 0 ? bytes.length : end + 1
    lines.push(bytes.subarray(from, until))
    from = until
  }
  return lines
}

/** How many characters of a line are UTF-8 beyond ASCII, and how many bytes are none. */
function countFaults(line: Uint8Array): { readonly good: number; readonly bad: number } {
  const text = new TextDecoder('utf-8').decode(line)
  const bad = text.match(/\ufffd/g)?.length ?? 0
  return { good: beyondAscii(text) - bad, bad }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

const beyondAscii = (text: string) => text.match(/[^\0-\x7f]/gu)?.length ?? 0
