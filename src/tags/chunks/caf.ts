import { type NamedTexts, readNamed } from '../map/read-named.ts'
import type { Container, ContainerReading } from '../read/container.ts'
import { readPart } from '../read/read-part.ts'
import { layouts } from './layouts.ts'
import { walkChunks } from './walk-chunks.ts'

/** Offsets within `desc` and `pakt`: Core Audio Format, "Audio Description" and "Packet Table". */
const description = {
  rate: 0,
  format: 8,
  packetBytes: 16,
  packetFrames: 20,
  channels: 24,
  bytes: 32,
}
const packets = { frames: 8, bytes: 24 }

/** The edit count before the sound. */
const DATA_HEADER = 4

interface CafChunks {
  readonly description?: Buffer
  readonly dataBytes?: number
  /** Frames that are to be heard, without what the encoder put before and behind. */
  readonly frames?: number
  readonly texts: NamedTexts
}

export const caf: Container = {
  recognises: (start) => start.toString('latin1', 0, 4) === 'caff',
  async read(file) {
    let found: CafChunks = { texts: [] }
    for await (const { name, start, end } of walkChunks(file, layouts.caf, { from: 8 })) {
      const content = () => readPart(file, start, end)
      if (name === 'desc') found = { ...found, description: await content() }
      if (name === 'data') found = { ...found, dataBytes: end - start - DATA_HEADER }
      if (name === 'info') found = { ...found, texts: readTexts(await content()) }
      if (name === 'pakt')
        found = { ...found, frames: readFrames(await file.read(start, packets.bytes)) }
    }
    return { audio: describe(found), layers: [{ tags: readNamed('caf', found.texts) }] }
  },
}

function readFrames(bytes: Buffer): number | undefined {
  return bytes.length < packets.bytes ? undefined : Number(bytes.readBigInt64BE(packets.frames))
}

/** Keys and values in turn, each ended by a zero, in UTF-8. */
function readTexts(bytes: Buffer): NamedTexts {
  const parts = bytes.toString('utf8', 4).split('\0')
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => [
    parts[2 * index] ?? '',
    parts[2 * index + 1] ?? '',
  ])
}

const lossless = new Set(['lpcm', 'alac', 'flac'])

function describe({
  description: bytes,
  dataBytes = 0,
  frames,
}: CafChunks): ContainerReading['audio'] {
  if (!bytes || bytes.length < description.bytes) return { container: 'CAF', lossless: false }
  const format = bytes.toString('latin1', description.format, description.format + 4)
  const sampleRate = bytes.readDoubleBE(description.rate)
  const packetBytes = bytes.readUInt32BE(description.packetBytes)
  const packetFrames = bytes.readUInt32BE(description.packetFrames)
  const even = packetBytes > 0 ? Math.floor(dataBytes / packetBytes) * packetFrames : undefined
  const samples = frames ?? even
  const isRate = sampleRate > 0 && Number.isFinite(sampleRate)
  return {
    container: 'CAF',
    codec: format === 'lpcm' ? 'PCM' : format.trim(),
    lossless: lossless.has(format),
    channels: bytes.readUInt32BE(description.channels),
    sampleRate: isRate ? sampleRate : undefined,
    samples,
    durationMs: samples !== undefined && isRate ? (samples * 1000) / sampleRate : undefined,
  }
}
