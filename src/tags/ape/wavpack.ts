import type { Container } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { piecesOf } from '../read/pieces.ts'

/** The header of a block: https://www.wavpack.com/WavPack5FileFormat.pdf, section 2. */
const layout = {
  size: 4,
  indexHigh: 10,
  totalHigh: 11,
  total: 12,
  index: 16,
  samples: 20,
  flags: 24,
}
const HEADER_BYTES = 32
const UNKNOWN = 0xffffffff

const sampleRates = [
  ...[6000, 8000, 9600, 11_025, 12_000, 16_000, 22_050, 24_000],
  ...[32_000, 44_100, 48_000, 64_000, 88_200, 96_000, 192_000],
]
const flag = { mono: 2, hybrid: 3, last: 12, rate: 23, dsd: 31 } as const
/** Metadata within a block, section 3: which says what no flag can. */
const ids = { channels: 0x0d, dsd: 0x0e, rate: 0x27 } as const

export const wavpack: Container = {
  recognises: (start) => start.toString('latin1', 0, 4) === 'wvpk',
  sound: (file) => piecesOf(file),
  hasApeTags: true,
  async read(file) {
    const first = await findFirst(file)
    if (!first) throw new Error('no block of WavPack with sound')
    const { block, parts } = first
    const isDsd = block.flags >>> flag.dsd === 1
    const shift = isDsd ? (parts.get(ids.dsd)?.[0] ?? 0) : 0
    const rate = sampleRates[(block.flags >>> flag.rate) & 15] ?? readRate(parts.get(ids.rate))
    // What counts as a sample of DSD is a byte: eight of it.
    const factor = isDsd ? 8 : 1
    const sampleRate = rate === undefined ? undefined : rate * 2 ** Math.min(shift, 8) * factor
    const counted = block.total ?? (await findEnd(file))
    const samples = counted === undefined ? undefined : counted * factor
    const seconds = samples === undefined || !sampleRate ? undefined : samples / sampleRate
    return {
      audio: {
        container: 'WavPack',
        codec: isDsd ? 'DSD' : 'PCM',
        lossless: ((block.flags >>> flag.hybrid) & 1) === 0,
        ...{ samples, sampleRate },
        channels: parts.get(ids.channels)?.[0] ?? ((block.flags >>> flag.mono) & 1 ? 1 : 2),
        durationMs: seconds === undefined ? undefined : seconds * 1000,
        bitRate: seconds ? (file.size * 8) / seconds : undefined,
      },
      layers: [],
    }
  },
}

interface Block {
  readonly bytes: number
  /** Of the whole file; not known where it was written to a pipe. */
  readonly total?: number
  readonly index: number
  readonly samples: number
  readonly flags: number
}

function readBlock(bytes: Buffer, at = 0): Block | undefined {
  const isThere = at + HEADER_BYTES <= bytes.length
  if (!isThere || bytes.toString('latin1', at, at + 4) !== 'wvpk') return undefined
  const low = bytes.readUInt32LE(at + layout.total)
  // Forty bits, of which the upper eight count from none on where the lower ones say that nothing is known.
  const total =
    low +
    (bytes.readUInt8(at + layout.totalHigh) * 2 ** 32 - bytes.readUInt8(at + layout.totalHigh))
  return {
    bytes: bytes.readUInt32LE(at + layout.size) + 8,
    total: low === UNKNOWN ? undefined : total,
    index: bytes.readUInt32LE(at + layout.index) + bytes.readUInt8(at + layout.indexHigh) * 2 ** 32,
    samples: bytes.readUInt32LE(at + layout.samples),
    flags: bytes.readUInt32LE(at + layout.flags),
  }
}

const MAX_BLOCKS = 64

/** Blocks without sound may come first: they hold what a program wanted to keep. */
async function findFirst(file: ByteSource) {
  let at = 0
  for (let count = 0; count < MAX_BLOCKS; count++) {
    const block = readBlock(await file.read(at, HEADER_BYTES))
    if (!block || block.bytes < HEADER_BYTES) return undefined
    if (block.samples > 0)
      return { block, parts: readParts(await file.read(at + HEADER_BYTES, MAX_PARTS_BYTES)) }
    at += block.bytes
  }
  return undefined
}

const MAX_PARTS_BYTES = 4096

/** The pieces of metadata at the block's beginning, by their ids. */
function readParts(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const parts = new Map<number, Buffer>()
  for (let at = 0; at + 4 <= bytes.length; ) {
    const id = bytes.readUInt8(at)
    const isLarge = (id & 0x80) !== 0
    const words = isLarge ? bytes.readUIntLE(at + 1, 3) : bytes.readUInt8(at + 1)
    const start = at + (isLarge ? 4 : 2)
    parts.set(id & 0x3f, bytes.subarray(start, start + words * 2))
    at = start + words * 2
  }
  return parts
}

const readRate = (bytes: Buffer | undefined) =>
  bytes && bytes.length >= 3 ? bytes.readUIntLE(0, 3) : undefined

/** Blocks of sound are not longer. */
const MAX_TAIL_BYTES = 2 * 1024 * 1024

/** Where the last block ends, which is how much there is. */
async function findEnd(file: ByteSource): Promise<number | undefined> {
  const from = Math.max(0, file.size - MAX_TAIL_BYTES)
  const tail = await file.read(from, file.size - from)
  for (
    let at = tail.lastIndexOf('wvpk');
    at >= 0;
    at = at > 0 ? tail.lastIndexOf('wvpk', at - 1) : -1
  ) {
    const block = readBlock(tail, at)
    if (block && block.samples > 0) return block.index + block.samples
  }
  return undefined
}
