// Small files of real formats, byte by byte, so that no encoder is needed.

export interface Facts {
  readonly title?: string
  readonly artists?: readonly string[]
  readonly album?: string
  readonly date?: string
  readonly track?: string
  readonly isrc?: string
  readonly licence?: string
  readonly copyright?: string
  readonly seconds?: number
  /** More comments of Vorbis, and a block of FLAC's own cue sheet. */
  readonly comments?: readonly string[]
  readonly cueBlock?: Buffer
}

/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz, silent, behind an ID3v2.4 tag. */
export function mp3(facts: Facts = {}): Buffer {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  const count = Math.round(((facts.seconds ?? 0.2) * 44_100) / 1152)
  return Buffer.concat([id3(facts), ...Array.from({ length: count }, () => frame)])
}

/** The same behind an ID3v2.3 tag that says that it is Latin-1, whatever bytes are in it. */
export function mp3OfAge(title: Buffer, artist: Buffer): Buffer {
  const frame = (id: string, text: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(text.length + 1)
    return Buffer.concat([Buffer.from(id), size, Buffer.alloc(3), text])
  }
  const body = Buffer.concat([frame('TIT2', title), frame('TPE1', artist)])
  const head = Buffer.from('ID3\x03\x00\x00', 'latin1')
  return Buffer.concat([head, syncSafe(body.length), body, mp3()])
}

/** ID3v2.4.0, sections 3 and 4: UTF-8 text, NUL between several values. */
function id3(facts: Facts): Buffer {
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['TIT2', facts.title],
    ['TPE1', facts.artists?.join('\0')],
    ['TALB', facts.album],
    ['TDRC', facts.date],
    ['TRCK', facts.track],
    ['TSRC', facts.isrc],
    ['TCOP', facts.copyright],
  ]
  const frames = texts
    .filter(([, text]) => text !== undefined)
    .map(([id, text]) => id3Frame(id, Buffer.from(`\x03${text}`)))
  if (facts.licence) frames.push(id3Frame('WCOP', Buffer.from(facts.licence, 'latin1')))
  if (frames.length === 0) return Buffer.alloc(0)
  const body = Buffer.concat(frames)
  return Buffer.concat([Buffer.from('ID3\x04\x00\x00', 'latin1'), syncSafe(body.length), body])
}

function id3Frame(id: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(id), syncSafe(content.length), Buffer.alloc(2), content])
}

const syncSafe = (size: number) =>
  Buffer.from([21, 14, 7, 0].map((shift) => (size >> shift) & 0x7f))

/** RIFF, 8 kHz, 8 bit, mono. */
export function wav(seconds = 0.2): Buffer {
  const data = Buffer.alloc(Math.round(seconds * 8000), 0x80)
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(8000, 4)
  format.writeUInt32LE(8000, 8)
  format.writeUInt16LE(1, 12)
  format.writeUInt16LE(8, 14)
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('data', data)])
  return chunk('RIFF', body)
}

function chunk(id: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(content.length)
  return Buffer.concat([Buffer.from(id), size, content])
}

/** RFC 9639: STREAMINFO and VORBIS_COMMENT, no frames. */
export function flac(facts: Facts = {}): Buffer {
  const info = Buffer.alloc(34)
  info.writeUInt16BE(4096, 0)
  info.writeUInt16BE(4096, 2)
  const samples = Math.round((facts.seconds ?? 1) * 44_100)
  // 20 bits of rate, 3 of channels - 1, 5 of bits - 1, 36 of samples.
  info.writeBigUInt64BE((44_100n << 44n) | (1n << 41n) | (15n << 36n) | BigInt(samples), 10)
  const comment = vorbisComment(facts)
  return Buffer.concat([
    Buffer.from('fLaC'),
    Buffer.from([0, 0, 0, info.length]),
    info,
    ...(facts.cueBlock ? [Buffer.from([5, 0]), uint16(facts.cueBlock.length), facts.cueBlock] : []),
    Buffer.from([0x84, 0, comment.length >> 8, comment.length & 0xff]),
    comment,
  ])
}

function uint16(number: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(number)
  return bytes
}

/** RFC 9639, section 8.7: tracks by where they begin, in samples, the last of them the lead-out. */
export function cueBlock(starts: readonly number[], isrcs: readonly string[] = []): Buffer {
  const tracks = starts.map((start, at) => {
    const isLast = at === starts.length - 1
    const track = Buffer.alloc(isLast ? 36 : 48)
    track.writeBigUInt64BE(BigInt(start), 0)
    track[8] = isLast ? 170 : at + 1
    track.write(isrcs[at] ?? '', 9, 'latin1')
    if (isLast) return track
    track[35] = 1
    track[44] = 1
    return track
  })
  const head = Buffer.alloc(128 + 8 + 1 + 258)
  return Buffer.concat([head, Buffer.from([tracks.length]), ...tracks])
}

function vorbisComment(facts: Facts): Buffer {
  const comments = [
    ...(facts.title === undefined ? [] : [`TITLE=${facts.title}`]),
    ...(facts.artists ?? []).map((artist) => `ARTIST=${artist}`),
    ...(facts.album === undefined ? [] : [`ALBUM=${facts.album}`]),
    ...(facts.date === undefined ? [] : [`DATE=${facts.date}`]),
    ...(facts.track === undefined ? [] : [`TRACKNUMBER=${facts.track}`]),
    ...(facts.isrc === undefined ? [] : [`ISRC=${facts.isrc}`]),
    ...(facts.licence === undefined ? [] : [`LICENSE=${facts.licence}`]),
    ...(facts.copyright === undefined ? [] : [`COPYRIGHT=${facts.copyright}`]),
    ...(facts.comments ?? []),
  ]
  const count = Buffer.alloc(4)
  count.writeUInt32LE(comments.length)
  return Buffer.concat([withLength('test'), count, ...comments.map(withLength)])
}

function withLength(text: string): Buffer {
  const content = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return Buffer.concat([length, content])
}

/** Ogg pages (RFC 3533) of a Vorbis stream: headers, filling, and a last page that tells the length. */
export function oggVorbis(facts: Facts = {}): Buffer {
  const identification = Buffer.alloc(30)
  identification.write('\x01vorbis', 'latin1')
  identification[11] = 2
  identification.writeUInt32LE(44_100, 12)
  identification[28] = 0xb8
  identification[29] = 1
  const comment = Buffer.concat([Buffer.from('\x03vorbis'), vorbisComment(facts), Buffer.from([1])])
  return oggStream(
    [identification, comment, Buffer.from('\x05vorbis')],
    (facts.seconds ?? 1) * 44_100,
  )
}

/** RFC 7845: always counted at 48 kHz, 312 samples to skip. */
export function oggOpus(facts: Facts = {}): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead', 'latin1')
  head[8] = 1
  head[9] = 2
  head.writeUInt16LE(312, 10)
  head.writeUInt32LE(44_100, 12)
  const tags = Buffer.concat([Buffer.from('OpusTags'), vorbisComment(facts)])
  return oggStream([head, tags], (facts.seconds ?? 1) * 48_000 + 312)
}

function oggStream(headers: readonly Buffer[], samples: number): Buffer {
  const filling = Array.from({ length: 20 }, () => Buffer.alloc(200))
  const packets = [...headers, ...filling]
  return Buffer.concat(
    packets.map((packet, at) => {
      const isLast = at === packets.length - 1
      const granule = at < headers.length ? 0 : isLast ? samples : 1000 * at
      return oggPage(packet, at, granule, (at === 0 ? 2 : 0) | (isLast ? 4 : 0))
    }),
  )
}

function oggPage(packet: Buffer, sequence: number, granule: number, flags: number): Buffer {
  const segments = Math.floor(packet.length / 255) + 1
  const header = Buffer.alloc(27 + segments, 255)
  header.fill(0, 0, 27)
  header.write('OggS', 'latin1')
  header[5] = flags
  header.writeBigInt64LE(BigInt(Math.round(granule)), 6)
  header.writeUInt32LE(4711, 14)
  header.writeUInt32LE(sequence, 18)
  header[26] = segments
  header[27 + segments - 1] = packet.length % 255
  return Buffer.concat([header, packet])
}
