import { decodeLegacy, findLegacyEncoding, isBeyondAscii } from '../read/legacy-text.ts'
import type { Id3Frame } from './id3v2-frame.ts'

/**
 * In which encoding the texts are that a tag calls Latin-1; nothing where it is that, or not sure.
 * @param others texts of the same file that are in the same encoding: of ID3v1, which names none
 */
export function findEncodingOf(
  frames: readonly Id3Frame[],
  path: string,
  others: readonly Uint8Array[] = [],
): string | undefined {
  const names = frames.filter(({ id }) => /^T(?!XXX)/.test(id)).flatMap(latinOf)
  return findLegacyEncoding([...names, ...others], path)
}

/** Frames whose texts are in UTF-8 where they only say that they are Latin-1. */
export const asUtf8 = (frames: readonly Id3Frame[], encoding: string | undefined) =>
  encoding === undefined ? frames : frames.map((frame) => inUtf8(frame, encoding))

/** The texts of a frame that says they are Latin-1. */
function latinOf(frame: Id3Frame): Uint8Array[] {
  const at = textAt(frame)
  if (at === undefined || !isBeyondAscii(frame.data)) return []
  const text = Buffer.from(frame.data.subarray(at)).toString('latin1')
  return text.split('\0').map((value) => Buffer.from(value, 'latin1'))
}

/** Where the text begins, behind its encoding and language. */
function textAt({ id, data, grouped }: Id3Frame): number | undefined {
  if (grouped || data[0] !== 0) return undefined
  if (id === 'COMM' || id === 'USLT') return 4
  return id.startsWith('T') ? 1 : undefined
}

const UTF8 = 3

function inUtf8(frame: Id3Frame, encoding: string): Id3Frame {
  const at = textAt(frame)
  const text = at === undefined ? undefined : frame.data.subarray(at)
  if (!text || !isBeyondAscii(text)) return frame
  const head = Buffer.from(frame.data.subarray(0, at))
  head.writeUInt8(UTF8, 0)
  return { ...frame, data: Buffer.concat([head, Buffer.from(decodeLegacy(text, encoding))]) }
}
