import { readStreamInfo, STREAM_INFO_BYTES } from './stream-info.ts'

/** What the first packet of an Ogg stream says of its sound. */
export interface OggSound {
  readonly codec: string
  readonly lossless: boolean
  readonly channels: number
  readonly sampleRate: number
  /** Positions count so many samples a second. */
  readonly clock: number
  /** Samples at the start that are not to be heard. */
  readonly preSkip: number
  /** Where the header has it. */
  readonly samples?: number
  readonly bitRate?: number
  readonly comments: OggComments
}

/** How the comments are kept: in the second packet behind a mark, or as FLAC's blocks, a packet each. */
export type OggComments =
  | { readonly kind: 'packet'; readonly mark: Buffer }
  | { readonly kind: 'blocks' }

interface OggCodec {
  readonly mark: Buffer
  readonly minBytes: number
  readonly read: (packet: Buffer) => OggSound
}

const packet = (mark: string): OggComments => ({
  kind: 'packet',
  mark: Buffer.from(mark, 'latin1'),
})

/** Vorbis I, 4.2.2. */
const vorbis: OggCodec = {
  mark: Buffer.from('\x01vorbis', 'latin1'),
  minBytes: 28,
  read: (bytes) => ({
    ...{ codec: 'Vorbis I', lossless: false, preSkip: 0 },
    channels: bytes.readUInt8(11),
    sampleRate: bytes.readUInt32LE(12),
    clock: bytes.readUInt32LE(12),
    bitRate: Math.max(0, bytes.readInt32LE(20)) || undefined,
    comments: packet('\x03vorbis'),
  }),
}

/** RFC 7845, 5.1: it is decoded at 48 kHz, whatever it was made from. */
const opus: OggCodec = {
  mark: Buffer.from('OpusHead'),
  minBytes: 19,
  read: (bytes) => ({
    ...{ codec: 'Opus', lossless: false, sampleRate: 48_000, clock: 48_000 },
    channels: bytes.readUInt8(9),
    preSkip: bytes.readUInt16LE(10),
    comments: packet('OpusTags'),
  }),
}

/** "The Speex Codec Manual", "Ogg file format". */
const speex: OggCodec = {
  mark: Buffer.from('Speex   '),
  minBytes: 80,
  read: (bytes) => ({
    ...{ codec: 'Speex', lossless: false, preSkip: 0 },
    channels: bytes.readInt32LE(48),
    sampleRate: bytes.readInt32LE(36),
    clock: bytes.readInt32LE(36),
    bitRate: Math.max(0, bytes.readInt32LE(52)) || undefined,
    comments: packet(''),
  }),
}

/** https://xiph.org/flac/ogg_mapping.html: nine bytes of its own, `fLaC`, and STREAMINFO (RFC 9639, 8.2). */
const flac: OggCodec = {
  mark: Buffer.from('\x7fFLAC', 'latin1'),
  minBytes: 17 + STREAM_INFO_BYTES,
  read: (bytes) => {
    const info = readStreamInfo(bytes.subarray(17))
    return {
      ...{ codec: 'FLAC', lossless: true, preSkip: 0, clock: info.sampleRate },
      ...info,
      comments: { kind: 'blocks' },
    }
  },
}

/** Nothing where it is no sound, or of another codec. */
export function readSound(packet: Buffer): OggSound | undefined {
  const codec = [vorbis, opus, speex, flac].find(
    ({ mark, minBytes }) =>
      packet.length >= minBytes && packet.subarray(0, mark.length).equals(mark),
  )
  const sound = codec?.read(packet)
  return sound && sound.clock > 0 && sound.channels > 0 ? sound : undefined
}
