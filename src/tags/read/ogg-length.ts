import type { ByteSource } from './file-bytes.ts'

/** RFC 3533, 6: 27 bytes of header, then up to 255 segments of up to 255 bytes. */
const header = { capture: 'OggS', granule: 6, serial: 14, bytes: 27 } as const
const largestPage = header.bytes + 255 + 255 * 255

/** RFC 7845, 4 and 5.1: Opus counts at 48 kHz, whatever was fed to it, and starts with samples to drop. */
const opus = { signature: 'OpusHead', rate: 48_000, preSkip: 10 } as const

export interface OggLength {
  readonly samples: number
  readonly durationMs: number
}

/**
 * The length of an Ogg stream, from the position that its last page gives, without
 * reading what lies between. Nothing when no page of the first stream ends the file.
 */
export async function readOggLength(
  file: ByteSource,
  sampleRate: number,
): Promise<OggLength | undefined> {
  const head = await file.read(0, header.bytes + 64)
  if (head.length < header.bytes + 64) return undefined
  if (head.toString('latin1', 0, 4) !== header.capture) return undefined
  const serial = head.readUInt32LE(header.serial)
  const start = Math.max(0, file.size - 2 * largestPage)
  const samples = findLastGranule(await file.read(start, file.size - start), serial)
  if (samples === undefined) return undefined
  const opusAt = head.indexOf(opus.signature)
  if (opusAt === -1) return { samples, durationMs: (samples * 1000) / sampleRate }
  const played = samples - head.readUInt16LE(opusAt + opus.preSkip)
  return { samples: played, durationMs: (played * 1000) / opus.rate }
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
