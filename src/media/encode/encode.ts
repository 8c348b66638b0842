import type { Quality } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { AudioProperties } from '../../tags/read/probe-file.ts'
import { AudioError } from '../audio-error.ts'
import { checkWhole } from '../decode/check-analysis.ts'
import { type Analysis, decode } from '../decode/decode.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import { type EncodedFormat, formats } from '../formats.ts'
import { checkEnd } from '../probe/check-end.ts'
import { describeChanges, describeLoss } from './describe-encoding.ts'
import { type MeasuredFile, measureEncoded } from './measure-encoded.ts'

export interface EncodeRequest {
  readonly input: string
  readonly output: string
  readonly format: EncodedFormat
  readonly quality: Quality
  readonly audio: AudioProperties
  readonly audioStart?: number
  /** Complaints of the decoder that are no error in this file. */
  readonly allowed?: RegExp
}

export interface Encoded {
  readonly durationMs: number
  readonly analysis: Analysis
  readonly notes: readonly Reason[]
}

/** How far the lengths of what was decoded and of what was made of it may be apart. */
const TOLERANCE_MS = 50

/**
 * Any audio file that FFmpeg decodes becomes one of the format, without tags and with gapless values.
 * Sample rate and channels stay, unless the format has no such: then the nearest that it has, said in the notes.
 * Throws AudioError when not all of the source can be decoded, or the output is not as long as the source.
 */
export async function encodeFile(
  ffmpeg: Ffmpeg,
  { input, output, format, quality, audio, audioStart, allowed }: EncodeRequest,
  signal: AbortSignal,
): Promise<Encoded> {
  await checkEnd(input)
  const spec = formats[format]
  const args = spec.arguments(quality, audio, ffmpeg.encoder.kind)
  const analysis = await decode(
    ffmpeg,
    { input, audio, audioStart, scratch: output, encode: { output, args }, allowed },
    signal,
  )
  checkWhole(analysis, audio)
  const encoded = await measureEncoded(format, output, signal)
  checkSameLength(format, analysis, encoded)
  const notes = [...describeLoss(spec, audio), ...describeChanges(spec, analysis, encoded)]
  const { durationMs } = format === 'm4a' ? analysis : encoded
  return { durationMs: Math.round(durationMs), analysis, notes }
}

function checkSameLength(format: EncodedFormat, decoded: Analysis, encoded: MeasuredFile) {
  // MP4 counts all frames of AAC, those before the beginning too; an edit list takes them off.
  const tolerance = format === 'm4a' ? (3 * 1024 * 1000) / encoded.sampleRate : 0
  if (Math.abs(encoded.durationMs - decoded.durationMs) <= TOLERANCE_MS + tolerance) return
  const { name } = formats[format]
  const params = { format: name, encodedMs: encoded.durationMs, decodedMs: decoded.durationMs }
  throw new AudioError('damaged', reason('media.encoded-length-differs', params))
}
