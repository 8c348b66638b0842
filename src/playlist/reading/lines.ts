/** More than any entry needs; it keeps what is done with a line quick when a file is one line of 60 MB. */
const LONGEST_LINE = 20_000

/**
 * Lines one at a time, whatever ends them (LF, CRLF, CR, Windows text mode's CR CR LF); a file is never
 * split whole. What a line has beyond 20,000 characters is left out.
 */
export function* readLines(text: string): Generator<string> {
  let from = 0
  while (from < text.length) {
    let end = from
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === 0x0a || code === 0x0d) break
    }
    yield text.slice(from, Math.min(end, from + LONGEST_LINE))
    if (text.charCodeAt(end) === 0x0d) while (text.charCodeAt(end + 1) === 0x0d) end++
    from = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1
  }
}

/** The first lines that say something, each cut: enough to recognise a format by. */
export function sampleLines(text: string, most = 100): string[] {
  const lines: string[] = []
  for (const line of readLines(text.slice(0, 64 * 1024))) {
    if (line.trim() === '') continue
    lines.push(line.slice(0, 1000))
    if (lines.length === most) break
  }
  return lines
}
