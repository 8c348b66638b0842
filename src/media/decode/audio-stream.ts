import type { AudioProperties } from '../../tags/read/probe-file.ts'

/** A stream of sound as FFmpeg's log describes it: before it is decoded, or as it is encoded. */
export interface AudioStream {
  /** FFmpeg's name: `pcm_s24le`. */
  readonly codec: string
  /** `HE-AAC`, `DTS-HD MA`, where it has several. */
  readonly profile?: string
  /** Bits of a sample, where it is an integer; DSD is decoded to `float`. */
  readonly depth: number | 'float'
}

/** The first stream of sound of the file that is read; nothing where there is none. */
export const readSource = (log: string): AudioStream | undefined =>
  readStream(sectionOf(log, 'Input #0, ', 'Stream mapping:'))

/** The same of the first that is written. */
export const readWritten = (log: string): AudioStream | undefined =>
  readStream(sectionOf(log, 'Output #0, ', 'Output #1, '))

function sectionOf(log: string, start: string, end: string): string {
  const from = log.indexOf(start)
  if (from < 0) return ''
  const to = log.indexOf(end, from)
  return log.slice(from, to < 0 ? undefined : to)
}

/** `Stream #0:0[0x1](und): Audio: alac (alac / 0x63616C61), 44100 Hz, stereo, s32p (24 bit), 599 kb/s`. */
function readStream(section: string): AudioStream | undefined {
  const found = /Stream #\d+:\d+.*?: Audio: (\w+)((?: \([^)]*\))*), \d+ Hz, (.*)/.exec(section)
  if (!found) return undefined
  const [, codec = '', named = '', rest = ''] = found
  const profile = /^ \(([^/)]+)\)/.exec(named)?.[1]
  return { codec, profile, depth: depthIn(rest) }
}

/** Behind the channels, whose names may have parentheses: `5.1(side), s32 (24 bit)`. */
function depthIn(rest: string): AudioStream['depth'] {
  const [, format = '', bits] =
    /(?:^|, )(u8|s16|s32|s64|flt|dbl)p?(?: \((\d+) bit\))?(?:,|$)/.exec(rest) ?? []
  if (bits) return Number(bits)
  return format === 'flt' || format === 'dbl' ? 'float' : Number(format.slice(1) || 16)
}

/** By FFmpeg's names of codecs; of WavPack and DTS the profile tells more. */
export const losslessCodec =
  /^(?:pcm_(?!alaw|mulaw|vidc)\w+|flac|alac|wavpack|tta|ape|tak|shorten|mlp|truehd|mp4als|wmalossless|ralf|dsd_\w+|dst|s302m)$/

/** One bit at a rate of megahertz. */
export const isDsd = ({ codec }: AudioStream) => /^(?:dsd_|dst)/.test(codec)

/** What the headers say, corrected by what FFmpeg found in the stream. */
export function correctBy(
  audio: AudioProperties,
  source: AudioStream | undefined,
): AudioProperties {
  if (!source) return audio
  const agrees = isLossless(source, audio) === audio.lossless
  if (agrees && audio.codec !== undefined && (audio.lossless || audio.codec !== 'PCM')) return audio
  return { ...audio, lossless: isLossless(source, audio), codec: nameOf(source) }
}

/** As people know it. */
function nameOf({ codec, profile }: AudioStream): string {
  const name = names.find(([pattern]) => pattern.test(codec))?.[1]
  return profile ?? name ?? codec.toUpperCase()
}

const names: readonly (readonly [RegExp, string])[] = [
  [/^pcm_alaw/, 'A-law'],
  [/^pcm_mulaw/, 'μ-law'],
  [/^pcm_/, 'PCM'],
  [/^adpcm/, 'ADPCM'],
  [/^dsd_|^dst/, 'DSD'],
  [/^wavpack/, 'WavPack'],
  [/^vorbis/, 'Vorbis'],
  [/^opus/, 'Opus'],
  [/^speex/, 'Speex'],
  [/^musepack/, 'Musepack'],
  [/^wma/, 'WMA'],
  [/^e?ac3/, 'AC-3'],
  [/^ape/, 'Monkey’s Audio'],
]

/**
 * By the codec, not by the container's reader. What a codec's name does not tell is left to the reader: WavPack has a
 * lossy kind, of which FFmpeg does not read the correction file.
 */
function isLossless(stream: AudioStream, audio: AudioProperties): boolean {
  if (stream.codec === 'wavpack' && audio.container === 'WavPack') return audio.lossless
  return (
    losslessCodec.test(stream.codec) || (stream.codec === 'dts' && stream.profile === 'DTS-HD MA')
  )
}
