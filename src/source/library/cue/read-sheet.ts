import { open } from 'node:fs/promises'
import { decodeStrictly, detectEncoding } from '../../../base/encoding/detect.ts'
import { findUtf16 } from '../../../base/encoding/utf16.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import { type CueSheet, readCueSheet } from '../../../text/cue-sheet.ts'
import { explainFileError } from '../walk-folder.ts'

export type SheetReading =
  | { readonly kind: 'sheet'; readonly sheet: CueSheet }
  | { readonly kind: 'unreadable'; readonly reason: Reason; readonly lasting: boolean }

/** A sheet of 99 tracks takes some 20 kB. */
const MAX_BYTES = 1024 * 1024

/** Reads a cue sheet beside an album. */
export async function readSheetFile(path: string, signal: AbortSignal): Promise<SheetReading> {
  signal.throwIfAborted()
  try {
    await using file = await open(path)
    const bytes = Buffer.alloc(Math.min((await file.stat()).size, MAX_BYTES))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    const sheet = readSheetText(decodeSheet(bytes.subarray(0, bytesRead)))
    if (sheet.tracks.length > 0) return { kind: 'sheet', sheet }
    return { kind: 'unreadable', reason: reason('source.sheet-empty'), lasting: true }
  } catch (error) {
    return { kind: 'unreadable', reason: explainFileError(error), lasting: false }
  }
}

/** By its byte order mark, as UTF-8, as UTF-16 without a mark, else in what a detector finds. */
function decodeSheet(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const utf16 = findUtf16(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  const utf8 = decodeStrictly(bytes, 'utf-8')
  return utf8 ?? detectEncoding(bytes)?.text ?? new TextDecoder('windows-1252').decode(bytes)
}

/** Longer lines are no lines of a sheet. */
const MAX_LINE = 2000

export const readSheetText = (text: string): CueSheet =>
  readCueSheet(
    text
      .replace(/^\ufeff/, '')
      .split(/[\r\n]+/)
      .map((line) => line.slice(0, MAX_LINE).toWellFormed()),
  )
