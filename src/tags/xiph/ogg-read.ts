import { reason } from '../../model/reason.ts'
import type { Container, ContainerReading } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { type CommentsRead, layerOfComments, readComments } from './comments-read.ts'
import { type OggSound, readSound } from './ogg-codecs.ts'
import { readLength } from './ogg-length.ts'
import { FIRST, MAX_PAGE_BYTES, type OggPage, readPage, takePackets } from './ogg-pages.ts'
import { soundOfOgg } from './ogg-sound.ts'
import { pagesFrom } from './ogg-walk.ts'
import { readPictureBlock } from './vorbis-comment.ts'

/** Vorbis, Opus, Speex or FLAC in Ogg. Of several streams side by side the first with sound is read. */
export const ogg: Container = {
  recognises: (start) => findSound(pagesIn(start)) !== undefined,
  async read(file, { covers, measure }) {
    const found = findSound(pagesIn(await file.read(0, MAX_PAGE_BYTES)))
    if (!found) throw new Error('no sound in Ogg')
    const { sound, serial } = found
    const { comments, pictures } = await readHeaders(file, found)
    const samples = sound.samples ?? (await readLength(file, { serial, sound, measure }))
    const kind = sound.codec === 'Opus' ? 'opus' : 'vorbis'
    return {
      audio: describe(sound, samples),
      layers: [layerOfComments(kind, comments, covers ? pictures : [])],
      notes: comments === undefined ? [reason('media.comments-damaged')] : [],
    }
  },
  sound: soundOfOgg,
}

function* pagesIn(bytes: Buffer) {
  for (let at = 0; at < bytes.length; ) {
    const page = readPage(bytes.subarray(at))
    if (!page) return
    yield page
    at += page.bytes.length
  }
}

interface FoundSound {
  readonly sound: OggSound
  readonly serial: number
}

/** All streams begin before any of them goes on. */
function findSound(pages: Iterable<OggPage>): FoundSound | undefined {
  for (const page of pages) {
    if (!(page.flags & FIRST)) return undefined
    const sound = readSound(Buffer.from(page.content))
    if (sound) return { sound, serial: page.serial }
  }
  return undefined
}

/** Headers with covers are not larger. */
const MAX_HEADER_BYTES = 32 * 1024 * 1024

/** The packets behind the first one, as long as they are asked for. */
async function* packetsOf(file: ByteSource, serial: number): AsyncGenerator<Buffer> {
  let open: readonly Uint8Array[] = []
  let count = 0
  let bytes = 0
  for await (const page of pagesFrom(file, 0)) {
    bytes += page.bytes.length
    if (bytes > MAX_HEADER_BYTES) return
    if (page.serial !== serial) continue
    const { whole, rest } = takePackets(page, open)
    open = rest
    for (const packet of whole) if (count++ > 0) yield Buffer.from(packet)
  }
}

async function readHeaders(file: ByteSource, { sound, serial }: FoundSound): Promise<CommentsRead> {
  const packets = packetsOf(file, serial)
  if (sound.comments.kind === 'blocks') return await readBlocks(packets)
  const { mark } = sound.comments
  const { value: packet } = await packets.next()
  if (!packet?.subarray(0, mark.length).equals(mark)) return { comments: undefined, pictures: [] }
  return readComments(packet.subarray(mark.length))
}

const [COMMENTS, PICTURE] = [4, 6]

/** RFC 9639, section 8: the last block says that it is. */
async function readBlocks(packets: AsyncIterable<Buffer>): Promise<CommentsRead> {
  let found: CommentsRead = { comments: [], pictures: [] }
  for await (const packet of packets) {
    const type = (packet[0] ?? 0) & 0x7f
    const data = packet.subarray(4)
    if (type === COMMENTS) {
      const { comments, pictures } = readComments(data)
      found = { comments, pictures: [...found.pictures, ...pictures] }
    }
    if (type === PICTURE)
      found = { ...found, pictures: [...found.pictures, ...readPictureBlock(data)] }
    if ((packet[0] ?? 0x80) & 0x80) break
  }
  return found
}

function describe(sound: OggSound, samples: number | undefined): ContainerReading['audio'] {
  const { codec, lossless, channels, sampleRate, bitRate, clock } = sound
  return {
    ...{ container: 'Ogg', codec, lossless, channels, sampleRate, bitRate },
    samples: codec === 'Speex' ? undefined : samples,
    durationMs: samples === undefined ? undefined : (samples * 1000) / clock,
  }
}
