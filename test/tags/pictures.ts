import { toPng } from '../../demo/cover/png.ts'

/** A PNG that every reader knows. */
export const png = (size = 4): Uint8Array => toPng((x, y) => [x * 255, y * 255, 128], size)

/** The head of a JPEG of these sides, and its end: enough for everything but a decoder. */
export function jpegHead(width: number, height: number): Buffer {
  const frame = Buffer.from('ffd8ffc00011080000000003011100021100031100ffd9', 'hex')
  frame.writeUInt16BE(height, 7)
  frame.writeUInt16BE(width, 9)
  return frame
}

/** A file with a picture in an ID3v2.4 tag, as it is and whatever it is said to be. */
export function withPicture(picture: Uint8Array, mime: string): Buffer {
  const content = Buffer.concat([Buffer.from(`\0${mime}\0\x03\0`, 'latin1'), picture])
  const frame = Buffer.concat([Buffer.from('APIC'), syncSafe(content.length), Buffer.alloc(2)])
  const size = syncSafe(frame.length + content.length)
  return Buffer.concat([Buffer.from('ID3\x04\0\0', 'latin1'), size, frame, content])
}

const syncSafe = (size: number) =>
  Buffer.of(size >>> 21, (size >>> 14) & 0x7f, (size >>> 7) & 0x7f, size & 0x7f)
