import type { FormatInput } from '../format.ts'
import { sampleLines } from './lines.ts'
import { extensionOf } from './names/file-name.ts'

/** Sentences are no songs: prose has long lines, and lines that end as sentences do. */
export const soundsLikeProse = (lines: readonly string[]): boolean =>
  lines.filter((line) => line.length > 120 || /[a-z][.:;,]$/.test(line.trim())).length >=
  lines.length * 0.3

/** A text that could be a list of songs by its name, and holds sentences. */
export function isProse(input: FormatInput): boolean {
  const lines = sampleLines(input.text)
  const isText = /^(?:txt|text|list|lst|md|markdown)?$/.test(extensionOf(input.name))
  return isText && !/^\s*[{<[]/.test(input.text) && soundsLikeProse(lines)
}
