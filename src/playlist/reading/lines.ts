/** More than any entry needs; it keeps what is done with a line quick when a file is one line of 60 MB. */
const MAX_LINE_LENGTH = 20_000

/**
 * Lines that are not empty, one at a time, whatever ends them (LF, CRLF, CR, Windows text mode's
 * CR CR LF); a file is never split whole. What a line has beyond 20,000 characters is left out.
 */
export function* readLines(text: string): Generator<string> {
  let from = 0
  while (from < text.length) {
    while (isLineEnd(text.charCodeAt(from))) from++
    const end = endOfLine(text, from)
    if (end > from) yield text.slice(from, Math.min(end, from + MAX_LINE_LENGTH))
    from = end + 1
  }
}

export const isLineEnd = (code: number) => code === 0x0a || code === 0x0d

/** Where the line that holds this place ends: at its CR or LF, or at the end of the text. */
export function endOfLine(text: string, from: number): number {
  const end = /[\r\n]/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
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
