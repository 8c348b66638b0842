import { createReadStream } from 'node:fs'
import type { Mp3Frames } from './frames.ts'

/** CRC-16 of all frames with audio, as LAME leaves it in its header. */
export async function crcOfFrames(
  path: string,
  { audioStart, audioEnd }: Pick<Mp3Frames, 'audioStart' | 'audioEnd'>,
  signal: AbortSignal,
): Promise<number> {
  let crc = 0
  const range = { start: audioStart, end: audioEnd - 1, signal, highWaterMark: 1024 * 1024 }
  for await (const chunk of createReadStream(path, range)) crc = crc16(chunk as Buffer, crc)
  return crc
}

/** CRC-16 of ANSI X3.28, least bit first. */
export function crc16(bytes: Uint8Array, before = 0): number {
  let crc = before
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return crc
}

const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1
  return crc
})
