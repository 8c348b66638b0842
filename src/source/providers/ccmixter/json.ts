const QUOTE = 0x22
const BACKSLASH = 0x5c
const MINUS = 0x2d
const ZERO = 0x30

/**
 * Makes JSON of what ccMixter sends: numbers begin with zeros there (`"bpm": 094`), and strings hold line
 * breaks and other control characters as they are. One pass, never longer than what came in; what is
 * broken in another way stays so, for JSON.parse to refuse.
 */
export function mendCcMixterJson(text: string): string {
  const parts: string[] = []
  let kept = 0
  const replace = (from: number, to: number, by: string) => {
    parts.push(text.slice(kept, from), by)
    kept = to
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      for (at++; at < text.length; at++) {
        const inside = text.charCodeAt(at)
        if (inside === QUOTE) break
        if (inside === BACKSLASH) at++
        if (text.charCodeAt(at) < 0x20) replace(at, at + 1, ' ')
      }
    } else if (isOfNumber(code)) {
      let first = code === MINUS ? at + 1 : at
      const from = first
      while (text.charCodeAt(first) === ZERO && isDigit(text.charCodeAt(first + 1))) first++
      if (first > from) replace(from, first, '')
      while (isOfNumber(text.charCodeAt(at + 1))) at++
    }
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(kept)
}

const isDigit = (code: number) => code >= ZERO && code <= 0x39

/** Digits, signs, the point and the exponent: the rest of a number is passed over as one. */
const isOfNumber = (code: number) =>
  isDigit(code) ||
  code === MINUS ||
  code === 0x2b ||
  code === 0x2e ||
  code === 0x65 ||
  code === 0x45
