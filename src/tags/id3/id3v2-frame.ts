/**
 * A frame as ID3v2.4 stores it, its content untouched: https://id3.org/id3v2.4.0-structure.
 * Whole frames are carried from the user's file, because a reader that takes them apart loses what it does
 * not know, and splits AC/DC in two.
 */
export interface Id3Frame {
  readonly id: string
  readonly data: Uint8Array
  /** The content begins with the byte that names its group. */
  readonly grouped?: boolean
}

/** The values of a text frame. */
export const textsOf = ({ data }: Pick<Id3Frame, 'data' | 'id'>): string[] =>
  decodeText(data)
    .split('\0')
    .map((text) => text.replace(/^\ufeff/, ''))

/** The text after its encoding byte, up to the content's end. */
export function decodeText(data: Uint8Array): string {
  const bigEndian = data[1] === 0xfe && data[2] === 0xff
  const utf16 = bigEndian ? 'utf-16be' : 'utf-16le'
  const encoding = ['latin1', utf16, 'utf-16be', 'utf-8'][data[0] ?? 0] ?? 'latin1'
  return new TextDecoder(encoding).decode(data.subarray(1))
}

/** Roles of people who are no musicians, by Picard's names. */
export const STUDIO_ROLES = new Set(['arranger', 'engineer', 'producer', 'DJ-mix', 'mix'])
