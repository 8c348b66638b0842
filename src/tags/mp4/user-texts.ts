import type { NamedTexts } from '../map/read-named.ts'

/**
 * A text of `udta` outside a list of items: QuickTime's `©nam` has a length, a language and the text; 3GPP's `titl`
 * (TS 26.244, 8) has version and flags, a language and the text, in UTF-8 or in UTF-16 with a mark.
 */
export function readUserText(name: string, bytes: Buffer): NamedTexts {
  if (name.startsWith('©')) return readQuickTime(name, bytes)
  if (name === 'yrrc') return bytes.length < 6 ? [] : [[name, String(bytes.readUInt16BE(4))]]
  if (!TEXTS.has(name)) return []
  const content = bytes.subarray(6)
  const text = decode(content)
  // The number of the track follows the album's title.
  const number =
    name === 'albm' && content.at(-1) !== 0 && content.length > 1 ? content.at(-1) : undefined
  const isNumber = number !== undefined && content.at(-2) === 0
  return isNumber
    ? [
        [name, text],
        ['trkn', String(number)],
      ]
    : [[name, text]]
}

const TEXTS = new Set(['titl', 'perf', 'auth', 'albm', 'gnre', 'dscp', 'cprt'])

function decode(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE() : 0
  const encoding = mark === 0xfeff ? 'utf-16be' : mark === 0xfffe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes).replace(/\0.*$/s, '')
}

/** Languages below 0x400 are those of the Macintosh, whose encoding was its own; others write UTF-8. */
function readQuickTime(name: string, bytes: Buffer): NamedTexts {
  const texts: (readonly [string, string])[] = []
  for (let at = 0; at + 4 <= bytes.length; ) {
    const [length, language] = [bytes.readUInt16BE(at), bytes.readUInt16BE(at + 2)]
    const data = bytes.subarray(at + 4, at + 4 + length)
    if (length === 0) break
    texts.push([name, decodeMac(data, language)])
    at += 4 + length
  }
  return texts
}

function decodeMac(data: Buffer, language: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch {
    return new TextDecoder(language < 0x400 ? 'macintosh' : 'utf-8').decode(data)
  }
}
