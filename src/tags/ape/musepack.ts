import type { Container, ContainerReading } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { piecesOf } from '../read/pieces.ts'

const sampleRates = [44_100, 48_000, 37_800, 32_000]
const FRAME_SAMPLES = 1152

/**
 * Musepack: https://trac.musepack.net/musepack/wiki/SV7Specification and SV8Specification. What a decoder gives of SV7
 * is libmpcdec's streaminfo.c.
 */
export const musepack: Container = {
  recognises: (start) =>
    start.toString('latin1', 0, 4) === 'MPCK' ||
    (start.toString('latin1', 0, 3) === 'MP+' && ((start[3] ?? 0) & 15) === 7),
  sound: (file) => piecesOf(file),
  hasApeTags: true,
  async read(file) {
    const start = await file.read(0, 4096)
    const is8 = start.toString('latin1', 0, 4) === 'MPCK'
    const sound = is8 ? await readVersion8(file) : readVersion7(start)
    return { audio: describe(is8 ? 8 : 7, sound, file.size), layers: [] }
  },
}

interface Sound {
  readonly samples: number
  readonly sampleRate: number
  readonly channels: number
}

/** Words of 32 bits: frames, then the rate in the third, and how long the last frame is in the sixth. */
const version7 = { frames: 4, flags: 8, last: 20 } as const
/** What the decoder adds where the length of the last frame is not known. */
const SYNTH_DELAY = 481

function readVersion7(start: Buffer): Sound {
  const last = start.readUInt32LE(version7.last)
  const isGapless = last >>> 31 === 1
  const missing = isGapless ? FRAME_SAMPLES - ((last >>> 20) & 0x7ff) : SYNTH_DELAY
  const samples = start.readUInt32LE(version7.frames) * FRAME_SAMPLES - missing
  const sampleRate = sampleRates[(start.readUInt32LE(version7.flags) >>> 16) & 3] ?? 0
  return { samples: Math.max(0, samples), sampleRate, channels: 2 }
}

const MAX_PACKETS = 16

/** Packets of a key of two letters and a size of varying length, which counts both; `SH` is the stream's header. */
async function readVersion8(file: ByteSource): Promise<Sound> {
  let at = 4
  for (let count = 0; count < MAX_PACKETS; count++) {
    const bytes = await file.read(at, 64)
    const size = readVarying(bytes, 2)
    if (bytes.toString('latin1', 0, 2) === 'SH') return readStreamHeader(bytes.subarray(size.end))
    if (size.value < size.end) break
    at += size.value
  }
  throw new Error('no header of a Musepack stream')
}

/** A checksum and the version come first; silence at the beginning is not counted. */
function readStreamHeader(bytes: Buffer): Sound {
  const samples = readVarying(bytes, 5)
  const silence = readVarying(bytes, samples.end)
  const flags = bytes.readUInt16BE(silence.end)
  return {
    samples: Math.max(0, samples.value - silence.value),
    sampleRate: sampleRates[flags >>> 13] ?? 0,
    channels: ((flags >>> 4) & 15) + 1,
  }
}

/** Seven bits a byte, the highest says that another follows. */
function readVarying(bytes: Buffer, at: number) {
  let value = 0
  for (let end = at; end < at + 8; ) {
    const byte = bytes.readUInt8(end++)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end }
  }
  throw new Error('a size in Musepack without end')
}

function describe(
  version: 7 | 8,
  { samples, sampleRate, channels }: Sound,
  bytes: number,
): ContainerReading['audio'] {
  return {
    container: `Musepack, SV${version}`,
    codec: 'Musepack',
    lossless: false,
    ...{ samples, sampleRate, channels },
    durationMs: (samples * 1000) / sampleRate,
    bitRate: samples > 0 ? (bytes * 8 * sampleRate) / samples : undefined,
  }
}
