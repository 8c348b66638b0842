import type { Momentary } from '../decode/decode-log.ts'

/** One run: one file in, one file out. */
export interface FfmpegJob {
  readonly input: string
  /** Where there is none, `args` name a muxer that writes nothing: `-f null`. */
  readonly output?: string
  /** Between input and output, without either: `-c:a libmp3lame …`. */
  readonly args: readonly string[]
  /** More outputs of the same run. */
  readonly also?: readonly ExtraOutput[]
  /** One of the outputs: 16-bit samples, mono at 11,025 Hz, of which Chromaprint's fingerprint is made. */
  readonly fingerprint?: string
  /** The bytes of the input that are looked at: tags around the audio are none of the decoder's business. */
  readonly range?: ByteRange
  /** JPEG, PNG, WebP, GIF, BMP, TIFF or AVIF; audio where this is not set. Nothing else is opened. */
  readonly reads?: 'picture'
  readonly timeLimitMs: number
  /** Told 0 when its turn has come, then how much sound has been measured, in milliseconds, where that is measured. */
  readonly onProgress?: (soundMs: number) => void
}

/** From `start` up to `end`, which is behind the last one. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

export interface ExtraOutput {
  readonly args: readonly string[]
  readonly path: string
}

export interface FfmpegResult {
  readonly code: number
  /** Every line with its level, as `-loglevel level+verbose` prints it; of a long one beginning and end. */
  readonly log: string
  /** Where EBU R128 was measured: tenths of a second, and how many of them were silent. */
  readonly momentary: Momentary
  readonly fingerprint?: string
}
