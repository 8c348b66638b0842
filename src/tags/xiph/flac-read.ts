import { reason } from '../../model/reason.ts'
import type { Container, ContainerReading, TagPicture } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { piecesOf } from '../read/pieces.ts'
import { layerOfComments, readComments } from './comments-read.ts'
import { readStreamInfo, STREAM_INFO_BYTES } from './stream-info.ts'
import { readPictureBlock } from './vorbis-comment.ts'

/** Blocks before the audio: RFC 9639, section 8. */
const [STREAMINFO, COMMENTS, PICTURE] = [0, 4, 6]
const MAX_BLOCKS = 1024

export const flac: Container = {
  recognises: (start) => start.toString('latin1', 0, 4) === 'fLaC',
  extensions: ['flac'],
  async read(file, { covers }) {
    let audio: ContainerReading['audio'] | undefined
    let comments: readonly Uint8Array[] | undefined = []
    const pictures: TagPicture[] = []
    let end = 4
    for await (const block of blocksOf(file)) {
      end = block.end
      if (block.type === STREAMINFO) audio = readStream(await block.read())
      if (block.type === COMMENTS) {
        const read = readComments(await block.read())
        comments = read.comments && comments && [...comments, ...read.comments]
        pictures.push(...read.pictures)
      }
      if (block.type === PICTURE && covers) pictures.push(...readPictureBlock(await block.read()))
    }
    if (!audio) throw new Error('no description of a FLAC stream')
    const { durationMs } = audio
    const bitRate = durationMs ? ((file.size - end) * 8000) / durationMs : undefined
    return {
      audio: { ...audio, bitRate },
      layers: [layerOfComments('vorbis', comments, covers ? pictures : [])],
      notes: comments === undefined ? [reason('media.comments-damaged')] : [],
    }
  },
  async *sound(file) {
    let end = 4
    for await (const block of blocksOf(file)) end = block.end
    yield* piecesOf(file, end)
  },
}

interface Block {
  readonly type: number
  readonly end: number
  readonly read: () => Promise<Buffer>
}

async function* blocksOf(file: ByteSource): AsyncGenerator<Block> {
  for (let [at, count] = [4, 0]; count < MAX_BLOCKS; count++) {
    const header = await file.read(at, 4)
    if (header.length < 4) return
    const [start, size] = [at + 4, header.readUIntBE(1, 3)]
    const read = () => file.read(start, size)
    yield { type: header.readUInt8(0) & 0x7f, end: start + size, read }
    if (header.readUInt8(0) & 0x80) return
    at = start + size
  }
}

function readStream(bytes: Buffer): ContainerReading['audio'] {
  if (bytes.length < STREAM_INFO_BYTES) throw new Error('a description of a FLAC stream cut short')
  const info = readStreamInfo(bytes)
  const { sampleRate, samples } = info
  return {
    container: 'FLAC',
    codec: 'FLAC',
    lossless: true,
    ...info,
    durationMs: samples === undefined ? undefined : (samples * 1000) / sampleRate,
  }
}
