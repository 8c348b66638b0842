import { type NamedTexts, readNamed } from '../map/read-named.ts'
import type { Container, ContainerReading } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { readId3Chunk } from '../read/layers-around.ts'
import { readPart } from '../read/read-part.ts'
import { layouts } from './layouts.ts'
import { decodeTexts } from './legacy-bytes.ts'
import { type Chunk, walkChunks } from './walk-chunks.ts'

/** Offsets within `COMM`; what names the compression only AIFF-C has. */
const common = { channels: 0, frames: 2, bits: 6, rate: 8, compression: 18 }

/** Compressions of AIFF-C that keep every bit; `sowt` is PCM with its bytes turned round. */
const PCM = new Set(['NONE', 'sowt', 'twos', 'in24', 'in32', '42ni', '23ni', 'raw '])
const FLOAT = new Set(['fl32', 'FL32', 'fl64', 'FL64'])

type NamedBytes = readonly [name: string, bytes: Uint8Array]

interface AiffChunks {
  readonly sound?: ContainerReading['audio']
  readonly texts: NamedBytes[]
  readonly id3?: Uint8Array
}

/** AIFF and AIFF-C. ID3 comes before the chunks with texts, as other readers prefer it. */
export const aiff: Container = {
  recognises: (start) =>
    start.toString('latin1', 0, 4) === 'FORM' && /^AIF[FC]$/.test(start.toString('latin1', 8, 12)),
  async read(file, request) {
    const compressed = (await file.read(11, 1)).toString('latin1') === 'C'
    let found: AiffChunks = { texts: [] }
    for await (const chunk of walkChunks(file, layouts.aiff, { from: 12 }))
      found = { ...found, ...(await readChunk(file, chunk, found, compressed)) }
    const container = compressed ? 'AIFF-C' : 'AIFF'
    const { sound = { lossless: false }, id3 = Buffer.of(), texts } = found
    const own = decodeTexts(
      texts.map(([, bytes]) => bytes),
      'macintosh',
      request.path,
    )
    const named: NamedTexts = texts.map(([name], index) => [name, own[index] ?? ''])
    const { layers, ...tag } = readId3Chunk(id3, request)
    return {
      ...tag,
      audio: { ...sound, container },
      layers: [...layers, { tags: readNamed('aiff', named) }],
    }
  },
}

async function readChunk(
  file: ByteSource,
  { name, start, end }: Chunk,
  found: AiffChunks,
  compressed: boolean,
): Promise<Partial<AiffChunks>> {
  const content = () => readPart(file, start, end)
  switch (name) {
    case 'COMM':
      return { sound: readCommon(await content(), compressed) }
    case 'NAME':
    case 'AUTH':
    case '(c) ':
    case 'ANNO':
      found.texts.push([name, await content()])
      return {}
    case 'COMT':
      found.texts.push(...readComments(await content()))
      return {}
    case 'ID3 ':
    case 'id3 ':
      return { id3: found.id3 ?? (await content()) }
    default:
      return {}
  }
}

function readCommon(bytes: Buffer, compressed: boolean): ContainerReading['audio'] {
  if (bytes.length < common.compression) return { lossless: false }
  const type = compressed
    ? bytes.toString('latin1', common.compression, common.compression + 4)
    : 'NONE'
  const isPcm = PCM.has(type)
  const sampleRate = readExtended(bytes.subarray(common.rate))
  const frames = bytes.readUInt32BE(common.frames)
  return {
    codec: isPcm ? 'PCM' : FLOAT.has(type) ? 'IEEE_FLOAT' : type,
    lossless: isPcm || FLOAT.has(type) || type === 'alac',
    channels: bytes.readUInt16BE(common.channels),
    sampleRate: sampleRate > 0 ? sampleRate : undefined,
    // Compressed sound is counted in packets.
    ...(isPcm || FLOAT.has(type)
      ? { samples: frames, durationMs: sampleRate > 0 ? (frames * 1000) / sampleRate : undefined }
      : {}),
  }
}

/** A number of 80 bits (IEEE 754 extended): sign and exponent in 16, then 64 bits with the leading one. */
function readExtended(bytes: Buffer): number {
  const exponent = bytes.readUInt16BE() & 0x7fff
  return Number(bytes.readBigUInt64BE(2)) * 2 ** (exponent - 16383 - 63)
}

/** Each has a time, a marker and its length before it: AIFF 1.3, "Comments chunk". */
function readComments(bytes: Buffer): NamedBytes[] {
  const HEADER = 8
  const comments: NamedBytes[] = []
  let at = 2
  for (let left = bytes.length < 2 ? 0 : bytes.readUInt16BE(); left > 0; left--) {
    if (at + HEADER > bytes.length) break
    const length = bytes.readUInt16BE(at + 6)
    comments.push(['ANNO', bytes.subarray(at + HEADER, at + HEADER + length)])
    at += HEADER + length + (length % 2)
  }
  return comments
}
