import stringWidth from 'string-width'

// What could move the cursor, colour the screen or turn a line around: controls (ESC and the C1 set
// among them), line and paragraph separators, bidirectional controls, halves of surrogate pairs.
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u{feff}]+/gu

/** Foreign text as one line that a terminal prints and nothing more. */
export function cleanLine(text: string): string {
  return text
    .replace(unprintable, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim()
}

/** The columns a terminal needs: 2 for most CJK and emoji, 0 for combining marks. */
export function displayWidth(text: string): number {
  return stringWidth(text)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cut to a width in columns, at a whole character, with `…` where something is gone. */
export function fitWidth(text: string, width: number): string {
  // No character is shorter than half a column on average: a name of megabytes is not measured whole.
  if (text.length <= width * 8 && displayWidth(text) <= width) return text
  let fitted = ''
  let used = 0
  for (const { segment } of graphemes.segment(text.slice(0, width * 16 + 64))) {
    const columns = displayWidth(segment)
    if (used + columns > width - 1) break
    fitted += segment
    used += columns
  }
  return width > 0 ? `${fitted.trimEnd()}…` : ''
}

/** Fills up with spaces to a width in columns. */
export function padWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Broken at spaces into lines of at most `width` columns; a longer word is cut. */
export function wrapWidth(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(' ')) {
    const fitted = fitWidth(word, width)
    const columns = displayWidth(fitted)
    if (line !== '' && used + 1 + columns > width) {
      lines.push(line)
      line = fitted
      used = columns
    } else {
      line = line === '' ? fitted : `${line} ${fitted}`
      used = displayWidth(line)
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** Foreign text in at most so many lines; the last one ends in `…` where something is left out. */
export function wrapAtMost(text: string, width: number, most: number): readonly string[] {
  const lines = wrapWidth(fitWidth(cleanLine(text), width * (most + 1)), width)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), fitWidth(`${lines[most - 1]} ${lines[most]}`, width)]
}

export type Paint = (style: 'bold' | 'dim' | 'good' | 'care' | 'bad', text: string) => string

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  good: [32, 39],
  care: [33, 39],
  bad: [31, 39],
} as const

/** Colours for a terminal, or none: nothing is told by colour alone. */
export function makePaint(colour: boolean): Paint {
  if (!colour) return (_style, text) => text
  return (style, text) => `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m`
}
