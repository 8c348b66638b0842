import { cleanLine, displayWidth } from './width.ts'

/** A word for a shell: quoted where it needs that. */
export const quoteWord = (word: string): string =>
  /^[\p{L}\p{N}_./~:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`

/**
 * A command to copy, in lines of at most `width` columns: broken between words, each line but the last with the
 * backslash by which a shell reads on. Undefined where that takes more than `most` lines, or where a word does not fit
 * or holds what a terminal would obey.
 */
export function wrapCommand(
  words: readonly string[],
  width: number,
  most: number,
): readonly string[] | undefined {
  if (words.some((word) => cleanLine(word) !== word)) return undefined
  const lines: string[] = []
  let line = ''
  for (const word of words.map(quoteWord)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(longer) > width - 2) {
      lines.push(`${line} \\`)
      line = `  ${word}`
    } else line = longer
    if (displayWidth(line) > width - 2 || lines.length >= most) return undefined
  }
  return [...lines, line]
}
