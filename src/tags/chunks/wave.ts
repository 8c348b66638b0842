import type { Container, ContainerReading } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { readId3Chunk } from '../read/layers-around.ts'
import { readPart } from '../read/read-part.ts'
import { layouts } from './layouts.ts'
import { type InfoTexts, layersOfInfo, readBroadcast, readInfo } from './riff-info.ts'
import { type Chunk, walkChunks } from './walk-chunks.ts'
import { readWaveFormat, type WaveFormat } from './wave-format.ts'

/** A WAVE file's chunks as they were found. */
interface WaveChunks extends InfoTexts {
  readonly format?: WaveFormat
  readonly dataBytes?: number
  /** Samples per channel, as `fact` or `ds64` have them. */
  readonly samples?: number
  readonly id3?: Uint8Array
}

/**
 * WAVE in RIFF, in RF64 or BW64 for more than 4 GB, and in Sony's Wave64. ID3 comes before INFO, as TagLib and
 * music-metadata have it.
 */
export const wave: Container = {
  recognises: (start) => kindOf(start) !== undefined,
  async read(file, request) {
    const chunks = await collect(file)
    const { layers, ...tag } = readId3Chunk(chunks.id3 ?? Buffer.of(), request)
    return {
      ...tag,
      audio: describe(chunks),
      layers: [...layers, ...layersOfInfo(chunks, request)],
    }
  },
}

/** Where the first chunk stands, in which layout. */
function kindOf(start: Buffer) {
  const [name, type] = [start.toString('latin1', 0, 4), start.toString('latin1', 8, 12)]
  if (/^(?:RIFF|RF64|BW64)$/.test(name) && type === 'WAVE')
    return { layout: layouts.riff, from: 12 }
  // A header of 24 bytes, and `wave` as a GUID of 16.
  if (name === 'riff' && start.toString('latin1', 24, 28) === 'wave')
    return { layout: layouts.wave64, from: 40 }
  return undefined
}

async function collect(file: ByteSource): Promise<WaveChunks> {
  const kind = kindOf(await file.read(0, 40))
  if (!kind) return { info: [], bext: [] }
  const sizes = new Map<string, number>()
  let found: WaveChunks = { info: [], bext: [] }
  for await (const chunk of walkChunks(file, kind.layout, { from: kind.from, sizes })) {
    const more = await readChunk(file, chunk, found)
    if (more.sizeOfData !== undefined) sizes.set('data', more.sizeOfData)
    found = { ...found, ...more }
  }
  return found
}

async function readChunk(file: ByteSource, { name, start, end }: Chunk, found: WaveChunks) {
  const content = (length = end - start) => readPart(file, start, Math.min(start + length, end))
  const none: Partial<WaveChunks> & { readonly sizeOfData?: number } = {}
  switch (name) {
    case 'ds64':
      return readSizes(await content(28))
    case 'fmt ':
      return { ...none, format: readWaveFormat(await content(40)) }
    case 'fact':
      return { ...none, ...readFact(await content(4), found) }
    case 'data':
      return { ...none, dataBytes: found.dataBytes ?? end - start }
    case 'CSET':
      return { ...none, codePage: readCodePage(await content(2)) }
    case 'bext':
      return { ...none, bext: readBroadcast(await content(602)) }
    case 'id3 ':
    case 'ID3 ':
      return { ...none, id3: found.id3 ?? (await content()) }
    case 'LIST':
    case 'list':
      return { ...none, info: [...found.info, ...(await readInfo(file, start, end))] }
    default:
      return none
  }
}

/** ITU-R BS.2088, "ds64": sizes of the file and of `data`, and the samples, 8 bytes each. */
function readSizes(bytes: Buffer) {
  if (bytes.length < 24) return {}
  const samples = Number(bytes.readBigUInt64LE(16))
  return {
    sizeOfData: Number(bytes.readBigUInt64LE(8)),
    samples: samples > 0 ? samples : undefined,
  }
}

/** In RF64 it says that it does not fit. */
function readFact(bytes: Buffer, { samples }: WaveChunks) {
  const read = bytes.length < 4 ? 0 : bytes.readUInt32LE()
  return samples !== undefined || read === 0 || read === 0xffff_ffff ? {} : { samples: read }
}

const readCodePage = (bytes: Buffer) => (bytes.length < 2 ? undefined : bytes.readUInt16LE())

function describe(chunks: WaveChunks): ContainerReading['audio'] {
  const { format, dataBytes = 0 } = chunks
  if (!format) return { container: 'WAVE', lossless: false }
  const { isPlain, blockBytes, byteRate, sampleRate, channels, codec, lossless } = format
  const plain = isPlain && blockBytes > 0 ? Math.floor(dataBytes / blockBytes) : undefined
  const samples = plain ?? chunks.samples
  const seconds =
    samples !== undefined && sampleRate > 0 ? samples / sampleRate : dataBytes / byteRate
  return {
    ...{ container: 'WAVE', codec, lossless, channels },
    samples,
    sampleRate: sampleRate > 0 ? sampleRate : undefined,
    durationMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
    bitRate: byteRate > 0 ? byteRate * 8 : undefined,
  }
}
