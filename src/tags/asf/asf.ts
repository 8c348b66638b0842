import { readWaveFormat, type WaveFormat } from '../chunks/wave-format.ts'
import { readNamed } from '../map/read-named.ts'
import type { Container, ContainerReading, TagLayer } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { notCarried } from '../read/not-carried.ts'
import { readPart } from '../read/read-part.ts'
import {
  type AsfAttribute,
  readContentDescription,
  readExtendedDescription,
  readMetadata,
} from './attributes.ts'
import {
  type AsfObject,
  AUDIO_STREAM,
  EXTENSION_HEADER,
  FILE_HEADER,
  fileProperties,
  OBJECT_HEADER,
  objects,
  streamProperties,
} from './layouts.ts'

/** The header's objects as they were found. */
interface AsfHeader {
  /** An extension of the header holds no other. */
  readonly isExtension?: boolean
  readonly durationMs?: number
  readonly bitRate?: number
  readonly format?: WaveFormat
  /** In the order in which they are believed: descriptions before metadata, wherever they stand. */
  readonly attributes: Readonly<
    Record<'content' | 'extended' | 'metadata' | 'library', readonly AsfAttribute[]>
  >
}

const empty: AsfHeader = { attributes: { content: [], extended: [], metadata: [], library: [] } }

/** Windows Media: a header of objects; the sound behind it is not looked at. */
export const asf: Container = {
  recognises: (start) => nameOf(start) === 'header',
  async read(file, { covers }) {
    const size = Number((await file.read(16, 8)).readBigUInt64LE())
    const end = Math.min(size, file.size)
    const found = await readObjects(file, FILE_HEADER, end, empty)
    const { content, extended, metadata, library } = found.attributes
    const all = [...content, ...extended, ...metadata, ...library]
    return {
      audio: describe(found),
      layers: [layerOf(all, covers)],
      notes: notCarried(
        all.flatMap((each) =>
          each.kind === 'unknown' && !isTechnical(each.name) ? [each.name] : [],
        ),
      ),
    }
  },
}

const nameOf = (header: Buffer): AsfObject | undefined => objects.get(header.toString('hex', 0, 16))

/** Real headers have some dozens. */
const MAX_OBJECTS = 10_000

async function readObjects(
  file: ByteSource,
  from: number,
  to: number,
  before: AsfHeader,
): Promise<AsfHeader> {
  let found = before
  let at = from
  for (let count = 0; count < MAX_OBJECTS && at + OBJECT_HEADER <= to; count++) {
    const header = await file.read(at, OBJECT_HEADER)
    if (header.length < OBJECT_HEADER) break
    const end = Math.min(at + Number(header.readBigUInt64LE(16)), to)
    if (end < at + OBJECT_HEADER) break
    found = await readObject(file, { name: nameOf(header), start: at + OBJECT_HEADER, end }, found)
    at = end
  }
  return found
}

interface ObjectPlace {
  readonly name: AsfObject | undefined
  readonly start: number
  readonly end: number
}

async function readObject(
  file: ByteSource,
  { name, start, end }: ObjectPlace,
  found: AsfHeader,
): Promise<AsfHeader> {
  const { attributes } = found
  const content = () => readPart(file, start, end)
  const add = (more: Partial<AsfHeader['attributes']>) => ({
    ...found,
    attributes: { ...attributes, ...more },
  })
  switch (name) {
    case 'file properties':
      return { ...found, ...readFileProperties(await content()) }
    case 'stream properties':
      return { ...found, format: found.format ?? readStream(await content()) }
    case 'header extension':
      if (found.isExtension) return found
      return {
        ...(await readObjects(file, start + EXTENSION_HEADER, end, {
          ...found,
          isExtension: true,
        })),
        isExtension: false,
      }
    case 'content description':
      return add({ content: [...attributes.content, ...readContentDescription(await content())] })
    case 'extended content description':
      return add({
        extended: [...attributes.extended, ...readExtendedDescription(await content())],
      })
    case 'metadata':
      return add({ metadata: [...attributes.metadata, ...readMetadata(await content())] })
    case 'metadata library':
      return add({ library: [...attributes.library, ...readMetadata(await content())] })
    default:
      return found
  }
}

const BROADCAST = 1

function readFileProperties(bytes: Buffer): Pick<AsfHeader, 'durationMs' | 'bitRate'> {
  if (bytes.length < fileProperties.bytes) return {}
  const ticks = Number(bytes.readBigUInt64LE(fileProperties.duration))
  const durationMs = ticks / 10_000 - Number(bytes.readBigUInt64LE(fileProperties.preroll))
  const isLive = (bytes.readUInt32LE(fileProperties.flags) & BROADCAST) !== 0
  return {
    durationMs: !isLive && durationMs > 0 ? durationMs : undefined,
    bitRate: bytes.readUInt32LE(fileProperties.bitRate) || undefined,
  }
}

function readStream(bytes: Buffer): WaveFormat | undefined {
  const { type, specificBytes, specific } = streamProperties
  if (bytes.length < streamProperties.bytes) return undefined
  if (bytes.toString('hex', type, type + 16) !== AUDIO_STREAM) return undefined
  return readWaveFormat(bytes.subarray(specific, specific + bytes.readUInt32LE(specificBytes)))
}

/** Of the stream and its encoder, or of a shop's data base: nothing of the music. */
const isTechnical = (name: string) =>
  /^(?:is.?vbr|wmfsdk(?:version|needed)|deviceconformancetemplate|vbr peak|buffer average|aspectratio[xy]|wm\/(?:mediaclass\w*id|wmcontentid|wmcollection\w*id|wmshadow\w*|wmadrc\w*|mcdi|uniquefileidentifier|genreid|encodingtime|mediacredits|providerrating|contentdistributor\w*))$/i.test(
    name,
  )

function layerOf(attributes: readonly AsfAttribute[], covers: boolean): TagLayer {
  const texts = attributes.flatMap((each) =>
    each.kind === 'text' && !isTechnical(each.name) ? [[each.name, each.text.trim()] as const] : [],
  )
  const names = new Set(texts.map(([name]) => name.toLowerCase()))
  const tags = readNamed(
    'asf',
    texts.map(([name, text]) => {
      // Counts from 0, unlike what came after it.
      const isOld = name === 'WM/Track' && !names.has('wm/tracknumber') && /^\d{1,4}$/.test(text)
      return isOld
        ? (['WM/TrackNumber', String(Number(text) + 1)] as const)
        : ([name, text] as const)
    }),
    (name) => name.replace(/^WM\//i, ''),
  )
  const pictures = attributes.flatMap((each) => (each.kind === 'picture' ? [each.picture] : []))
  return { tags, pictures: covers ? pictures : [] }
}

function describe({ durationMs, bitRate, format }: AsfHeader): ContainerReading['audio'] {
  return {
    container: 'ASF/audio',
    codec: format?.codec,
    lossless: format?.lossless ?? false,
    durationMs,
    sampleRate: format?.sampleRate || undefined,
    channels: format?.channels,
    bitRate: format?.byteRate ? format.byteRate * 8 : bitRate,
  }
}
