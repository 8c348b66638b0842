// Control characters that part words become a space; the others, and whatever turns the direction
// of the text around it or shows nothing at all, go. ZWJ and ZWNJ stay: scripts and emoji need them.
const PARTING = /[\t\n\v\f\r\u0085\u2028\u2029 ]+/g
const HIDDEN = /[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff\ufff9-\ufffb]/gu

/** Text from outside as a person would write it: NFC, in one line, without control and direction characters. */
export function cleanLine(text: string): string {
  return text.toWellFormed().replace(PARTING, ' ').replace(HIDDEN, '').normalize('NFC').trim()
}
