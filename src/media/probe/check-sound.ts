import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Mp3Frames } from '../mp3/frames.ts'
import { AudioError } from '../sound-error.ts'

/** What may be missing at the end of a file that is kept as it is, with a note. */
const missingMs = 1000
/** The part of an MP3 that may belong to no frame, with a note. */
const strayPart = 0.05
/** How far a container's own size may be wrong. */
const strayBytes = 4096

/** Whether the frames of an MP3 are there and in a row: returns notes, throws SoundError on damage. */
export function checkMp3(mp3: Mp3Frames, bytes: number): readonly string[] {
  const { frames, samplesPerFrame, sampleRate, xing, cut } = mp3
  if (frames === 0) throw new AudioError('not-sound', 'there is no sound in it')
  const ms = (count: number) => (count * samplesPerFrame * 1000) / sampleRate
  const missing = ms(Math.max(0, (xing?.frames ?? 0) - frames))
  if (missing > missingMs)
    throw new AudioError(
      'truncated',
      `the file is cut short: ${seconds(ms(frames))} of ${seconds(ms(xing?.frames ?? 0))} are there`,
    )
  if (mp3.strayBytes > (bytes - mp3.start) * strayPart)
    throw new AudioError(
      'damaged',
      `the sound is damaged: ${mp3.strayBytes} of ${bytes} bytes belong to no frame`,
    )
  const notes: string[] = []
  if (missing > 0) notes.push(`its last ${seconds(missing)} are missing`)
  else if (cut) notes.push('it ends in the middle of a frame')
  if (mp3.strayBytes > 0) notes.push(`${mp3.strayBytes} bytes in it belong to no frame`)
  return notes
}

/**
 * Whether the sound of an MP3 is what its encoder wrote, by the checksum that LAME and FFmpeg leave in the Xing
 * header; nothing where there is none, or where frames were taken away or added since.
 */
export async function agreesWithChecksum(
  path: string,
  { start, soundStart, soundEnd, xing }: Mp3Frames,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const music = xing?.music
  if (!music || start + music.length !== soundEnd) return undefined
  let crc = 0
  const range = { start: soundStart, end: soundEnd - 1, signal, highWaterMark: 1024 * 1024 }
  for await (const chunk of createReadStream(path, range))
    for (const byte of chunk as Buffer) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return crc === music.crc
}

/** CRC-16 of ANSI X3.28, least bit first. */
const crcTable = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1
  return crc
})

/** Whether the file goes as far as its container says: for those whose decoders do not notice. */
export async function checkEnd(path: string): Promise<void> {
  await using file = await open(path)
  const { size } = await file.stat()
  const head = Buffer.alloc(12)
  await file.read(head, 0, head.length, 0)
  const name = head.toString('latin1', 0, 4)
  if (name === 'OggS') await checkLastPage(file, size)
  if (name === 'RIFF') checkPromised(head.readUInt32LE(4) + 8, size)
  if (name === 'FORM') checkPromised(head.readUInt32BE(4) + 8, size)
}

/** RFC 3533, section 6: a page says how long it is. */
async function checkLastPage(file: FileHandle, size: number) {
  // No page is longer than 65,307 bytes.
  const tail = Buffer.alloc(Math.min(size, 65_307))
  await file.read(tail, 0, tail.length, size - tail.length)
  const page = tail.lastIndexOf('OggS')
  if (page < 0)
    throw new AudioError('damaged', 'the sound is damaged: its last page does not begin')
  const segments = tail[page + 26] ?? 0
  const lengths = tail.subarray(page + 27, page + 27 + segments)
  const end = page + 27 + segments + lengths.reduce((sum, length) => sum + length, 0)
  if (end > tail.length)
    throw new AudioError('truncated', 'the file is cut short: its last page is not whole')
}

function checkPromised(promised: number, size: number) {
  // Who writes to a pipe does not know the size and puts the greatest there.
  if (promised > 0xfff00000 || promised <= size + strayBytes) return
  throw new AudioError('truncated', `the file is cut short: ${size} of ${promised} bytes are there`)
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
