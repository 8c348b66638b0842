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
