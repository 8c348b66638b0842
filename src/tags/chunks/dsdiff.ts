import { type NamedTexts, readNamed } from '../map/read-named.ts'
import type { Container } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { readId3Chunk } from '../read/layers-around.ts'
import { readPart } from '../read/read-part.ts'
import { describeDsd } from './dsf.ts'
import { layouts } from './layouts.ts'
import { decodeTexts } from './legacy-bytes.ts'
import { type Chunk, walkChunks } from './walk-chunks.ts'

interface DsdiffChunks {
  /** A chunk of chunks holds no other. */
  readonly isWithin?: boolean
  readonly sampleRate?: number
  readonly channels?: number
  readonly samples?: number
  readonly isPacked?: boolean
  readonly texts: readonly (readonly [name: string, bytes: Uint8Array])[]
  readonly id3?: Uint8Array
}

/** DSDIFF 1.5: `FRM8`, its size, and `DSD `. Editors put an ID3v2 tag into a chunk of its own. */
export const dsdiff: Container = {
  recognises: (start) =>
    start.toString('latin1', 0, 4) === 'FRM8' && start.toString('latin1', 12, 16) === 'DSD ',
  async read(file, request) {
    const found = await collect(file, 16, file.size, { texts: [] })
    const { sampleRate = 0, channels = 0, samples = 0, isPacked, id3 = Buffer.of(), texts } = found
    const { layers, ...tag } = readId3Chunk(id3, request)
    return {
      ...tag,
      audio: {
        ...describeDsd(channels, sampleRate, samples),
        container: 'DSDIFF',
        codec: isPacked ? 'DST' : 'DSD',
      },
      layers: [...layers, { tags: readNamed('aiff', decodeAll(texts, request.path)) }],
    }
  },
}

/** Under the names that AIFF has for the same. */
function decodeAll(texts: DsdiffChunks['texts'], path: string): NamedTexts {
  const decoded = decodeTexts(
    texts.map(([, bytes]) => bytes),
    'windows-1252',
    path,
  )
  return texts.map(([name], index) => [name, decoded[index] ?? ''])
}

async function collect(
  file: ByteSource,
  from: number,
  to: number,
  before: DsdiffChunks,
): Promise<DsdiffChunks> {
  let found = before
  for await (const chunk of walkChunks(file, layouts.dsdiff, { from, to }))
    found = { ...found, ...(await readChunk(file, chunk, found)) }
  return found
}

async function collectWithin(file: ByteSource, from: number, to: number, found: DsdiffChunks) {
  return { ...(await collect(file, from, to, { ...found, isWithin: true })), isWithin: false }
}

async function readChunk(
  file: ByteSource,
  { name, start, end }: Chunk,
  found: DsdiffChunks,
): Promise<Partial<DsdiffChunks>> {
  const content = (length = end - start) => readPart(file, start, Math.min(start + length, end))
  switch (name) {
    case 'PROP':
    case 'DIIN':
      return found.isWithin
        ? {}
        : await collectWithin(file, start + (name === 'PROP' ? 4 : 0), end, found)
    case 'FS  ':
      return { sampleRate: numberIn(await content(4)) }
    case 'CHNL':
      return { channels: numberIn(await content(2)) }
    case 'DSD ':
      return { samples: Math.floor(((end - start) * 8) / (found.channels || 1)) }
    case 'DST ':
      return { isPacked: true, samples: await countPacked(file, start, end, found) }
    case 'DITI':
    case 'DIAR':
      return {
        texts: [...found.texts, [name === 'DITI' ? 'NAME' : 'AUTH', (await content()).subarray(4)]],
      }
    case 'ID3 ':
      return { id3: found.id3 ?? (await content()) }
    default:
      return {}
  }
}

/** DST frames last equally long: `FRTE` has how many there are, and how many a second. */
async function countPacked(file: ByteSource, from: number, to: number, found: DsdiffChunks) {
  for await (const { name, start } of walkChunks(file, layouts.dsdiff, { from, to })) {
    if (name !== 'FRTE') break
    const bytes = await file.read(start, 6)
    if (bytes.length < 6 || bytes.readUInt16BE(4) === 0) break
    return (bytes.readUInt32BE() * (found.sampleRate ?? 0)) / bytes.readUInt16BE(4)
  }
  return undefined
}

const numberIn = (bytes: Buffer) =>
  bytes.length > 0 ? bytes.readUIntBE(0, bytes.length) : undefined
