/** Offsets within the content of `fmt `: WAVEFORMATEXTENSIBLE, "mmreg.h". */
const layout = {
  tag: 0,
  channels: 2,
  rate: 4,
  byteRate: 8,
  blockBytes: 12,
  bits: 14,
  subFormat: 24,
}
const MIN_BYTES = 16

/** The tag stands at the start of a GUID behind it. */
const EXTENSIBLE = 0xfffe

/** Tags of `fmt ` and of ASF's streams, by music-metadata's or FFmpeg's names. */
const codecs: ReadonlyMap<number, { readonly name: string; readonly lossless: boolean }> = new Map(
  (
    [
      [0x0001, 'PCM', true],
      [0x0002, 'ADPCM', false],
      [0x0003, 'IEEE_FLOAT', true],
      [0x0006, 'ALAW', false],
      [0x0007, 'MULAW', false],
      [0x000a, 'Windows Media Audio Voice', false],
      [0x0011, 'IMA ADPCM', false],
      [0x0031, 'GSM 6.10', false],
      [0x0050, 'MPEG 1 Layer 2', false],
      [0x0055, 'MPEG 1 Layer 3', false],
      [0x0160, 'Windows Media Audio V1', false],
      [0x0161, 'Windows Media Audio V2', false],
      [0x0162, 'Windows Media Audio Professional', false],
      [0x0163, 'Windows Media Audio Lossless', true],
      [0x00ff, 'AAC', false],
      [0x1600, 'AAC', false],
      [0x1602, 'AAC', false],
      [0x2000, 'AC-3', false],
      [0x2001, 'DTS', false],
      [0x566f, 'Vorbis', false],
      [0x5756, 'WavPack', true],
      [0x6c61, 'ALAC', true],
      [0x704f, 'Opus', false],
      [0x77a1, 'TTA', true],
      [0xf1ac, 'FLAC', true],
    ] as const
  ).map(([tag, name, lossless]) => [tag, { name, lossless }]),
)

export interface WaveFormat {
  readonly codec: string
  readonly lossless: boolean
  /** Each sample has the same number of bytes. */
  readonly isPlain: boolean
  readonly channels: number
  readonly sampleRate: number
  readonly byteRate: number
  readonly blockBytes: number
  readonly bits: number
}

/** What describes the sound of WAVE and ASF; nothing where it is cut short. */
export function readWaveFormat(bytes: Buffer): WaveFormat | undefined {
  if (bytes.length < MIN_BYTES) return undefined
  const first = bytes.readUInt16LE(layout.tag)
  const extended = first === EXTENSIBLE && bytes.length >= layout.subFormat + 2
  const tag = extended ? bytes.readUInt16LE(layout.subFormat) : first
  const known = codecs.get(tag)
  return {
    codec: known?.name ?? `0x${tag.toString(16).padStart(4, '0')}`,
    lossless: known?.lossless ?? false,
    isPlain: [1, 3, 6, 7].includes(tag),
    channels: bytes.readUInt16LE(layout.channels),
    sampleRate: bytes.readUInt32LE(layout.rate),
    byteRate: bytes.readUInt32LE(layout.byteRate),
    blockBytes: bytes.readUInt16LE(layout.blockBytes),
    bits: bytes.readUInt16LE(layout.bits),
  }
}
