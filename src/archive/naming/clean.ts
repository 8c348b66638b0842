/**
 * What file systems accept, by the strictest rule of each: Windows forbids signs, device names and a
 * dot or space at the end (learn.microsoft.com, "Naming Files, Paths, and Namespaces"); Linux and
 * macOS take 255 bytes or UTF-16 units a name; macOS compares names composed and without case.
 */

/** Longer texts are cut before anything is done with them; no name ever needs as much. */
const MAX_LENGTH = 2000

/** Controls, bidi and other format signs, fillers, private and unassigned code points. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0]/gu
const SPACE = /[\p{Z}\t\n\v\f\r]+/gu
const INK = /[^\p{Default_Ignorable_Code_Point}\p{Z}]/u

const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\.|$)/i
/** Names that Songkeep gives in an archive itself. */
const OWN =
  /^((inventory|history|decisions|lists|fixity|copies)\.jsonl|manifest-sha(256|512)\.txt|readme-songkeep\.txt|playlist\.m3u8|report\.(html|json))$/i

/** Makes one line of a text that is safe inside a name; empty when there is nothing to see. */
export function cleanText(text: string): string {
  const line = text.slice(0, MAX_LENGTH).replace(SPACE, ' ').replace(UNSEEN, '').normalize('NFC')
  if (!INK.test(line)) return ''
  const mended = replaceForbidden(line.replaceAll('?', '')).replace(SPACE, ' ').trim()
  return mended === '' ? line.trim().replaceAll('?', '_') : mended
}

/** One sign for another, so that the spaces around a template's words stay as they are. */
export function replaceForbidden(text: string): string {
  return text
    .replaceAll(': ', ' - ')
    .replace(/[/\\|:]/g, '-')
    .replaceAll('"', "'")
    .replace(/[<>*?]/g, '_')
}

/** Makes a name of one folder or file, without its ending, of at most so many UTF-8 bytes; never empty. */
export function cleanName(text: string, maxBytes: number): string {
  const name = text
    .replace(SPACE, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/^[ .-]+/, '')
  // One byte is kept back for the sign that sets a name apart from a device's.
  const cut = trimEnd(cutText(name, maxBytes - 1, maxBytes - 1))
  if (!INK.test(cut)) return '_'
  if (OWN.test(cut)) return `${cut}_`
  return DEVICE.test(cut) ? cut.replace(/(?=[ ]*(\.|$))/, '_') : cut
}

const trimEnd = (text: string) => text.replace(/[ .]+$/, '')

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cuts at the end of a grapheme; inside one only where even the first does not fit. */
export function cutText(text: string, maxUnits: number, maxBytes = maxUnits * 3): string {
  if (text.length <= maxUnits && byteLength(text) <= maxBytes) return text
  const cutAt = (pieces: Iterable<string>) => {
    let [units, bytes] = [0, 0]
    for (const piece of pieces) {
      bytes += byteLength(piece)
      if (units + piece.length > maxUnits || bytes > maxBytes) break
      units += piece.length
    }
    return units
  }
  const start = text.slice(0, MAX_LENGTH)
  const whole = cutAt(
    graphemes
      .segment(start)
      [Symbol.iterator]()
      .map(({ segment }) => segment),
  )
  return start.slice(0, whole || cutAt(start))
}

const encoder = new TextEncoder()
export const byteLength = (text: string) => encoder.encode(text).length

const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[<>:"\\|?*\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u

/** True for a relative path that names the same file in the same place on every system. */
export function isSafePath(path: string): boolean {
  return path.length < 1000 && path === path.normalize('NFC') && path.split('/').every(isSafeName)
}

/** And that may be an archived file's. Read from an inventory, no other path is ever touched. */
export const isArchivedFilePath = (path: string) =>
  isSafePath(path) && !path.split('/').some((name) => OWN.test(name))

const isSafeName = (name: string) =>
  /^[^ .-](.*[^ .])?$/u.test(name) &&
  name.isWellFormed() &&
  !FORBIDDEN.test(name) &&
  !DEVICE.test(name) &&
  byteLength(name) <= 255

/**
 * Two paths with the same key may be one file on some system: case, composition, compatibility forms
 * and signs without ink are not told apart (APFS, HFS+, NTFS, ZFS each ignore some of these).
 */
export function pathKey(path: string): string {
  return path
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
}
