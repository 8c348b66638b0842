import { type FileHandle, open } from 'node:fs/promises'

/** What a walk over all frames of an MP3 found. Nothing is decoded. */
export interface Mp3Frames {
  /** Byte offset of the first frame: what stands before are tags or garbage. */
  readonly start: number
  /** The same of the first frame with sound, and where the last one ends. */
  readonly soundStart: number
  readonly soundEnd: number
  /** Frames with sound; a Xing, Info or VBRI frame has none. */
  readonly frames: number
  readonly samplesPerFrame: number
  readonly sampleRate: number
  readonly channels: number
  /** Samples per channel that a player plays: without encoder delay and padding, where they are given. */
  readonly samples: number
  readonly xing?: XingHeader
  /** Bytes between frames that belong to none. */
  readonly strayBytes: number
  /** The file ends in the middle of a frame. */
  readonly cut: boolean
}

export interface XingHeader {
  readonly frames?: number
  /** Of this frame and all others in bytes, and CRC-16 of the others; LAME's extension. */
  readonly music?: { readonly length: number; readonly crc: number }
  /** In samples; LAME's extension. */
  readonly gapless?: { readonly delay: number; readonly padding: number }
}

interface FrameHeader {
  readonly bytes: number
  readonly sampleRate: number
  readonly channels: number
  readonly samples: number
  /** Version, layer and sample rate: they do not change within a stream. */
  readonly kind: number
  /** Where a Xing header would stand in this frame. */
  readonly sideEnd: number
}

/** ISO/IEC 11172-3 and 13818-3, layer III; kbit/s by index. */
const bitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const bitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const sampleRates = [44100, 48000, 32000]

function readHeader(at: DataView, offset: number): FrameHeader | undefined {
  const word = at.getUint32(offset)
  if (word >>> 21 !== 0x7ff) return undefined
  const version = (word >>> 19) & 3 // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  const layer = (word >>> 17) & 3 // 1: layer III
  const bitRate = (version === 3 ? bitRates1 : bitRates2)[(word >>> 12) & 15]
  const baseRate = sampleRates[(word >>> 10) & 3]
  if (version === 1 || layer !== 1 || !bitRate || !baseRate) return undefined
  const sampleRate = version === 3 ? baseRate : version === 2 ? baseRate / 2 : baseRate / 4
  const samples = version === 3 ? 1152 : 576
  const mono = ((word >>> 6) & 3) === 3
  const side = version === 3 ? (mono ? 17 : 32) : mono ? 9 : 17
  return {
    bytes: Math.floor((samples * 125 * bitRate) / sampleRate) + ((word >>> 9) & 1),
    sampleRate,
    channels: mono ? 1 : 2,
    samples,
    kind: word & 0xfffe0c00,
    sideEnd: 4 + side,
  }
}

/** Walks over the frames; nothing when there is no run of them in the first 256 kB after the tags. */
export async function scanMp3(path: string, signal?: AbortSignal): Promise<Mp3Frames | undefined> {
  await using file = await open(path)
  const bytes = new Bytes(file, (await file.stat()).size, signal)
  const tagsEnd = await skipId3v2(bytes)
  const start = await findFrame(bytes, tagsEnd, tagsEnd + 256 * 1024)
  if (start === undefined) return undefined
  await bytes.load(start, 4096)
  const first = readHeader(bytes.view, start - bytes.base)
  if (!first) return undefined
  const { xing, silent } = readXing(bytes.view, start - bytes.base, first)

  const soundStart = start + (silent ? first.bytes : 0)
  let position = soundStart
  let soundEnd = soundStart
  let frames = 0
  let strayBytes = 0
  let cut = false
  const end = await findTail(bytes)
  while (position < end) {
    await bytes.load(position, 4)
    const header = position + 4 <= end ? readHeader(bytes.view, position - bytes.base) : undefined
    if (header?.kind === first.kind) {
      cut = position + header.bytes > end
      if (!cut) {
        frames++
        soundEnd = position + header.bytes
      }
      position += header.bytes
    } else {
      const next = (await findFrame(bytes, position + 1, end, first.kind)) ?? end
      strayBytes += next - position
      position = next
    }
  }
  const { delay, padding } = xing?.gapless ?? { delay: 0, padding: 0 }
  return {
    start,
    soundStart,
    soundEnd,
    frames,
    samplesPerFrame: first.samples,
    sampleRate: first.sampleRate,
    channels: first.channels,
    samples: Math.max(0, frames * first.samples - delay - padding),
    ...(xing && { xing }),
    strayBytes,
    cut,
  }
}

/** The offset of two frames in a row: one alone may be chance. */
async function findFrame(bytes: Bytes, from: number, to: number, kind?: number) {
  for (let position = from; ; position++) {
    if (!bytes.has(position, 1) || !bytes.isSync(position))
      position = await bytes.findSync(position, to)
    if (position + 4 > Math.min(to, bytes.size)) return undefined
    // Asked first: to wait for nothing, a byte at a time, takes its time.
    if (!bytes.has(position, 4)) await bytes.load(position, 4)
    const header = readHeader(bytes.view, position - bytes.base)
    if (!header || (kind !== undefined && header.kind !== kind)) continue
    const next = position + header.bytes
    if (next + 4 > bytes.size) continue
    await bytes.load(position, header.bytes + 4)
    if (readHeader(bytes.view, next - bytes.base)?.kind === header.kind) return position
  }
}

/** The frame that only describes the others: http://gabriel.mp3-tech.org/mp3infotag.html */
function readXing(view: DataView, at: number, first: FrameHeader) {
  const word = (offset: number) =>
    at + offset + 4 <= view.byteLength ? view.getUint32(at + offset) : 0
  const VBRI = 0x56425249
  if (word(36) === VBRI) return { silent: true, xing: { frames: word(36 + 14) } }
  const name = word(first.sideEnd)
  const [XING, INFO] = [0x58696e67, 0x496e666f]
  if (name !== XING && name !== INFO) return { silent: false }
  const flags = word(first.sideEnd + 4)
  let offset = first.sideEnd + 8
  const frames = flags & 1 ? word(offset) : undefined
  offset += (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0)
  const encoder = word(offset)
  const both = word(offset + 21) >>> 8
  const [LAME, LAVC, LAVF] = [0x4c414d45, 0x4c617663, 0x4c617666]
  const known = [LAME, LAVC, LAVF].includes(encoder)
  const length = word(offset + 28)
  const crc = word(offset + 32) >>> 16
  const xing: XingHeader = {
    ...(frames !== undefined && { frames }),
    ...(known && { gapless: { delay: both >>> 12, padding: both & 0xfff } }),
    ...(known && length > 0 && crc > 0 && { music: { length, crc } }),
  }
  return { silent: true, xing }
}

/** https://id3.org/id3v2.4.0-structure, section 3.1; some files carry several in a row. */
async function skipId3v2(bytes: Bytes): Promise<number> {
  let position = 0
  for (;;) {
    const size = await readId3v2Size(bytes, position)
    if (size === 0) return position
    position += size
  }
}

async function readId3v2Size(bytes: Bytes, position: number): Promise<number> {
  if (position + 10 > bytes.size) return 0
  await bytes.load(position, 10)
  const at = position - bytes.base
  if (bytes.view.getUint32(at) >>> 8 !== 0x494433) return 0
  const footer = bytes.view.getUint8(at + 5) & 0x10 ? 10 : 0
  const size = [6, 7, 8, 9].reduce((sum, i) => sum * 128 + (bytes.view.getUint8(at + i) & 0x7f), 0)
  return 10 + size + footer
}

/** Where trailing tags begin: ID3v1, then Lyrics3v2 or APEv2 before it. */
async function findTail(bytes: Bytes): Promise<number> {
  let end = bytes.size
  if (end >= 128 && (await bytes.text(end - 128, 3)) === 'TAG') end -= 128
  if (end >= 15 && (await bytes.text(end - 9, 9)) === 'LYRICS200')
    end -= 15 + Number(await bytes.text(end - 15, 6))
  if (end >= 32 && (await bytes.text(end - 32, 8)) === 'APETAGEX') {
    await bytes.load(end - 32, 32)
    const at = end - 32 - bytes.base
    const hasHeader = bytes.view.getUint32(at + 20, true) >>> 31
    end -= bytes.view.getUint32(at + 12, true) + (hasHeader ? 32 : 0)
  }
  return end > 0 ? end : bytes.size
}

/** A window that moves over a file. */
class Bytes {
  readonly #file: FileHandle
  readonly #signal: AbortSignal | undefined
  readonly size: number
  readonly #block = Buffer.alloc(256 * 1024)
  base = 0
  view = new DataView(new ArrayBuffer(0))

  constructor(file: FileHandle, size: number, signal?: AbortSignal) {
    this.#file = file
    this.size = size
    this.#signal = signal
  }

  has(position: number, length: number): boolean {
    return position >= this.base && position + length <= this.base + this.view.byteLength
  }

  isSync(position: number): boolean {
    return this.#block[position - this.base] === 0xff
  }

  /** Afterwards `view` holds these bytes, the first at `position - base`; fewer at the file's end. */
  async load(position: number, length: number): Promise<void> {
    if (this.has(position, length)) return
    this.#signal?.throwIfAborted()
    const { bytesRead } = await this.#file.read(this.#block, 0, this.#block.length, position)
    this.base = position
    this.view = new DataView(this.#block.buffer, this.#block.byteOffset, bytesRead)
  }

  /** Where the next byte is that a frame may begin with; `to` when there is none before. */
  async findSync(from: number, to: number): Promise<number> {
    for (let position = from; position < to; position = this.base + this.view.byteLength) {
      await this.load(position, 1)
      if (this.view.byteLength === 0) return to
      const found = this.#block
        .subarray(0, this.view.byteLength)
        .indexOf(0xff, position - this.base)
      if (found >= 0) return this.base + found
    }
    return to
  }

  async text(position: number, length: number): Promise<string> {
    await this.load(position, length)
    const at = position - this.base
    return this.#block.toString('latin1', at, at + length)
  }
}
