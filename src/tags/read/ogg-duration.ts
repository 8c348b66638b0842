import type { ITokenizer } from 'strtok3'

/** RFC 3533, 6: 27 bytes of header, then up to 255 segments of up to 255 bytes. */
const header = { capture: 'OggS', granule: 6, serial: 14, bytes: 27 } as const
const largestPage = header.bytes + 255 + 255 * 255

/** RFC 7845, 4 and 5.1: Opus counts at 48 kHz, whatever was fed to it, and starts with samples to drop. */
const opus = { signature: 'OpusHead', rate: 48_000, preSkip: 10 } as const

/**
 * The length of an Ogg stream in milliseconds, from the position that its last page gives, without
 * reading what lies between. Nothing when no page of the first stream ends the file.
 */
export async function readOggDuration(
  tokenizer: ITokenizer,
  sampleRate: number,
): Promise<number | undefined> {
  const size = tokenizer.fileInfo.size ?? 0
  const head = await readAt(tokenizer, 0, header.bytes + 64)
  if (head.toString('latin1', 0, 4) !== header.capture) return undefined
  const serial = head.readUInt32LE(header.serial)
  const start = Math.max(0, size - 2 * largestPage)
  const samples = findLastGranule(await readAt(tokenizer, start, size - start), serial)
  if (samples === undefined) return undefined
  const opusAt = head.indexOf(opus.signature)
  if (opusAt === -1) return (samples * 1000) / sampleRate
  return ((samples - head.readUInt16LE(opusAt + opus.preSkip)) * 1000) / opus.rate
}

function findLastGranule(tail: Buffer, serial: number): number | undefined {
  let at = tail.lastIndexOf(header.capture)
  while (at !== -1) {
    if (at + header.bytes <= tail.length && tail.readUInt32LE(at + header.serial) === serial) {
      const granule = tail.readBigInt64LE(at + header.granule)
      // -1: no packet ends on this page.
      if (granule >= 0n) return Number(granule)
    }
    at = at === 0 ? -1 : tail.lastIndexOf(header.capture, at - 1)
  }
  return undefined
}

async function readAt(tokenizer: ITokenizer, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const count = await tokenizer.peekBuffer(buffer, { position, mayBeLess: true })
  return buffer.subarray(0, count)
}
