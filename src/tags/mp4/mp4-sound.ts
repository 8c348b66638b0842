import type { ContainerReading } from '../read/container.ts'
import type { ByteSource } from '../read/file-bytes.ts'
import { readStreamInfo } from '../xiph/stream-info.ts'
import { boxesIn, findBox, readContent } from './box-walk.ts'
import type { Box } from './mp4-boxes.ts'

/** Sample entries by their names: what music-metadata calls them, and whether every bit is kept. */
const codecs: Readonly<Record<string, readonly [name: string, lossless: boolean]>> = {
  mp4a: ['MPEG-4/AAC', false],
  alac: ['ALAC', true],
  fLaC: ['FLAC', true],
  Opus: ['Opus', false],
  '.mp3': ['MPEG-1 layer 3', false],
  'ac-3': ['AC-3', false],
  'ec-3': ['E-AC-3', false],
  samr: ['AMR', false],
  sawb: ['AMR-WB', false],
  ulaw: ['uLaw 2:1', false],
  alaw: ['aLaw 2:1', false],
  ima4: ['IMA 4:1', false],
  ...Object.fromEntries(
    ['raw ', 'twos', 'sowt', 'in24', 'in32', 'fl32', 'fl64', 'lpcm', 'NONE', 'ipcm', 'fpcm'].map(
      (name) => [name, ['PCM', true] as const],
    ),
  ),
}

/** Offsets within a sample entry: ISO/IEC 14496-12, 12.2.3; QuickTime's versions 1 and 2 are longer. */
const entry = {
  version: 8,
  channels: 16,
  rate: 24,
  rate2: 32,
  channels2: 40,
  bytes: 28,
  bytes2: 48,
}
const childrenAt: Readonly<Record<number, number>> = { 0: 28, 1: 44, 2: 64 }

/** The first track with sound. */
export interface SoundTrack {
  readonly id: number
  readonly audio: ContainerReading['audio']
  readonly ticksPerSecond: number
}

/** Nothing where no track has sound. */
export async function readSound(file: ByteSource, moov: Box): Promise<SoundTrack | undefined> {
  let sound: SoundTrack | undefined
  let hasVideo: true | undefined
  for (const trak of await boxesIn(file, moov)) {
    if (trak.name !== 'trak') continue
    const media = await findBox(file, trak, 'mdia')
    const handler = media && (await findBox(file, media, 'hdlr'))
    if (!media || !handler) continue
    const kind = (await readContent(file, handler)).toString('latin1', 8, 12)
    if (kind === 'vide') hasVideo = true
    if (kind === 'soun') sound ??= await readTrack(file, trak, media)
  }
  return sound && { ...sound, audio: { ...sound.audio, hasVideo } }
}

async function readTrack(file: ByteSource, trak: Box, media: Box): Promise<SoundTrack> {
  const table = await findBox(file, media, 'minf', 'stbl', 'stsd')
  const header = await findBox(file, media, 'mdhd')
  const time = header ? readTime(await readContent(file, header)) : undefined
  const sound = table ? await readSampleEntry(file, table) : { lossless: false }
  const ticksPerSecond = time?.ticksPerSecond ?? 0
  // Above 65,535 Hz an entry has no room for the rate; encoders count in samples.
  const sampleRate = sound.sampleRate ?? (ticksPerSecond || undefined)
  const audio = { ...sound, sampleRate, durationMs: time?.durationMs }
  return { id: await readId(file, trak), audio, ticksPerSecond }
}

async function readId(file: ByteSource, trak: Box): Promise<number> {
  const header = await findBox(file, trak, 'tkhd')
  const bytes = header ? await readContent(file, header) : Buffer.of()
  const at = 4 + (bytes[0] === 1 ? 16 : 8)
  return bytes.length < at + 4 ? 0 : bytes.readUInt32BE(at)
}

/** `mvhd` and `mdhd`: version and flags, two dates, then ticks a second and how many. */
function readTime(bytes: Buffer) {
  const wide = bytes[0] === 1
  const at = 4 + (wide ? 16 : 8)
  if (bytes.length < at + (wide ? 12 : 8)) return undefined
  const ticksPerSecond = bytes.readUInt32BE(at)
  const ticks = wide ? Number(bytes.readBigUInt64BE(at + 4)) : bytes.readUInt32BE(at + 4)
  const isKnown = ticksPerSecond > 0 && ticks > 0 && (wide || ticks !== 0xffff_ffff)
  return { ticksPerSecond, durationMs: isKnown ? (ticks * 1000) / ticksPerSecond : undefined }
}

async function readSampleEntry(file: ByteSource, table: Box): Promise<ContainerReading['audio']> {
  // Version, flags and a count come first.
  const [found] = await boxesIn(file, { content: table.content + 8, end: table.end })
  if (!found) return { lossless: false }
  const bytes = await readContent(file, found)
  if (bytes.length < entry.bytes) return { lossless: false }
  const version = bytes.readUInt16BE(entry.version)
  const is2 = version === 2 && bytes.length >= entry.bytes2
  const [codec, lossless] = codecs[found.name] ?? [found.name.trim(), false]
  const children = { content: found.content + (childrenAt[version] ?? 28), end: found.end }
  return {
    codec,
    lossless,
    channels: is2 ? bytes.readUInt32BE(entry.channels2) : bytes.readUInt16BE(entry.channels),
    sampleRate:
      (is2 ? bytes.readDoubleBE(entry.rate2) : bytes.readUInt16BE(entry.rate)) || undefined,
    ...(await readConfiguration(file, found.name, children)),
  }
}

/** What the codec's own box knows better: rates above 65,535, channels, and that `mp4a` may be MP3. */
async function readConfiguration(
  file: ByteSource,
  name: string,
  children: Pick<Box, 'content' | 'end'>,
): Promise<Partial<ContainerReading['audio']>> {
  const own = async (child: string) => {
    const box =
      (await findBox(file, children, child)) ?? (await findBox(file, children, 'wave', child))
    return box ? await readContent(file, box) : Buffer.of()
  }
  if (name === 'mp4a') return readStreamDescriptor(await own('esds'))
  if (name === 'alac') return readAlac(await own('alac'))
  if (name !== 'fLaC') return {}
  // A FLAC box has version and flags, a block's header, then STREAMINFO.
  const info = (await own('dfLa')).subarray(8)
  return info.length < 18 ? {} : { sampleRate: readStreamInfo(info).sampleRate }
}

/** ALACSpecificConfig behind version and flags: "ALACMagicCookieDescription". */
function readAlac(bytes: Buffer): Partial<ContainerReading['audio']> {
  if (bytes.length < 28) return {}
  return { channels: bytes.readUInt8(13), sampleRate: bytes.readUInt32BE(24) || undefined }
}

/** ISO/IEC 14496-1, 7.2.6: descriptors with a tag and a size of up to four bytes; 0x69 and 0x6b are MP3. */
function readStreamDescriptor(bytes: Buffer): Partial<ContainerReading['audio']> {
  let at = 4
  const open = (tag: number) => {
    if (bytes[at++] !== tag) return false
    for (let count = 0; count < 4 && (bytes[at++] ?? 0) & 0x80; count++);
    return true
  }
  if (!open(3)) return {}
  const flags = bytes[at + 2] ?? 0
  at += 3 + (flags & 0x80 ? 2 : 0) + (flags & 0x20 ? 2 : 0)
  if (flags & 0x40 || !open(4) || at + 13 > bytes.length) return {}
  const isMp3 = [0x69, 0x6b].includes(bytes.readUInt8(at))
  const bitRate = bytes.readUInt32BE(at + 9) || undefined
  if (isMp3) return { bitRate, codec: 'MPEG-1 layer 3' }
  at += 13
  const channels = open(5) ? readAacChannels(bytes.subarray(at, at + 8)) : undefined
  return { bitRate, ...(channels === undefined ? {} : { channels }) }
}

/**
 * ISO/IEC 14496-3, 1.6.2.1: five bits of the object's type, four of the rate, four of the channels. An entry's own
 * field is 2 whatever there is. Nothing where the bits do not tell: one channel at a low rate may be made two.
 */
function readAacChannels(bytes: Buffer): number | undefined {
  if (bytes.length < 2) return undefined
  const bits = bytes.readUInt16BE()
  const [type, rate, channels] = [bits >> 11, (bits >> 7) & 15, (bits >> 3) & 15]
  const [ESCAPED_TYPE, PARAMETRIC, ESCAPED_RATE, AT_24_KHZ] = [31, 29, 15, 6]
  if (type === ESCAPED_TYPE || rate === ESCAPED_RATE || channels === 0 || channels > 7)
    return undefined
  if (type === PARAMETRIC || (channels === 1 && rate >= AT_24_KHZ)) return undefined
  return channels === 7 ? 8 : channels
}
