import type { AudioFormat, Quality } from '../model/media.ts'
import type { AudioProperties } from '../tags/read/probe-file.ts'
import type { Container } from '../tags/write/write-tags.ts'
import type { AudioStream } from './decode/audio-stream.ts'

export type EncodedFormat = Exclude<AudioFormat, 'keep'>

/** How a format is written, recognised and tagged. */
export interface AudioFormatSpec {
  readonly name: string
  readonly container: Container
  /** FFmpeg's own arguments, of codec and container. */
  arguments(quality: Quality, audio: SourceAudio, encoder: 'native' | 'wasm'): readonly string[]
  /** Whether a file is in this format already, by its content. */
  holds(audio: AudioProperties): boolean
}

/** What is encoded. */
interface SourceAudio extends AudioProperties {
  /** Of a sample, where it is known. */
  readonly depth?: AudioStream['depth']
}

const bitRate = (kbits: number) => ['-b:a', `${kbits}k`]
const bitRates = (V0: number, V2: number) => (quality: Quality) =>
  bitRate({ V0, V2, '320': 320, '192': 192 }[quality])
const aacRate = bitRates(256, 192)
const opusRate = bitRates(160, 128)

const mp3Qualities: Record<Quality, readonly string[]> = {
  V0: ['-q:a', '0'],
  V2: ['-q:a', '2'],
  '320': bitRate(320),
  '192': bitRate(192),
}

const vorbisQualities: Record<Quality, readonly string[]> = {
  V0: ['-q:a', '8'],
  V2: ['-q:a', '6'],
  '320': ['-q:a', '9'],
  '192': ['-q:a', '6'],
}

export const formats: Readonly<Record<EncodedFormat, AudioFormatSpec>> = {
  mp3: {
    name: 'MP3',
    container: 'mp3',
    arguments: (quality) => [
      ...['-c:a', 'libmp3lame', ...mp3Qualities[quality]],
      ...['-id3v2_version', '0', '-write_id3v1', '0', '-f', 'mp3'],
    ],
    holds: ({ container }) => container === 'MPEG',
  },
  flac: {
    name: 'FLAC',
    container: 'flac',
    arguments: (_, audio) => [
      ...['-c:a', 'flac', '-compression_level', '8'],
      // What a lossy decoder gives has no more in it than 16 bits.
      ...(audio.lossless ? [] : ['-sample_fmt', 's16']),
      // Of 32 bits FFmpeg takes 24, but for newer ones that are told to take all.
      ...(audio.lossless && audio.depth === 32 ? ['-strict', 'experimental'] : []),
      ...['-f', 'flac'],
    ],
    holds: ({ container }) => container === 'FLAC',
  },
  opus: {
    name: 'Opus',
    container: 'ogg',
    arguments: (quality, { channels }, encoder) => [
      // One channel may have 256 kbit/s at most.
      ...[
        '-c:a',
        'libopus',
        ...(channels === 1 && quality === '320' ? bitRate(256) : opusRate(quality)),
      ],
      // Above this the WebAssembly build runs out of its stack: the analysis of music and speech.
      ...(encoder === 'wasm' ? ['-compression_level', '4'] : []),
      ...['-f', 'opus'],
    ],
    holds: ({ container, codec = '' }) => container === 'Ogg' && /^opus/i.test(codec),
  },
  m4a: {
    name: 'AAC',
    container: 'm4a',
    arguments: (quality) => [
      ...['-c:a', 'aac', ...aacRate(quality)],
      ...['-movflags', '+faststart', '-f', 'ipod'],
    ],
    holds: ({ container = '', codec = '' }) =>
      /m4a|mp4|isom|qt/i.test(container) && /aac/i.test(codec),
  },
  ogg: {
    name: 'Vorbis',
    container: 'ogg',
    arguments: (quality) => ['-c:a', 'libvorbis', ...vorbisQualities[quality], '-f', 'ogg'],
    holds: ({ container, codec = '' }) => container === 'Ogg' && /^vorbis/i.test(codec),
  },
}
