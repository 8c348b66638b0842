import { decodeText } from './id3v2-text.ts'

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
  decodeText(data).split('\0')

/** The content without the byte that names the frame's group. */
export const contentOf = ({ data, grouped }: Id3Frame): Uint8Array =>
  grouped ? data.subarray(1) : data

/** Roles of people who are no musicians, by Picard's names. */
export const STUDIO_ROLES = new Set(['arranger', 'engineer', 'producer', 'DJ-mix', 'mix'])
