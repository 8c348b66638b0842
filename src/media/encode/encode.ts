import { isDeepStrictEqual } from 'node:util'
import type { Quality } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { AudioProperties } from '../../tags/read/probe-file.ts'
import { AudioError } from '../audio-error.ts'
import { describeLinks } from '../decode/analyse-file.ts'
import { type AudioStream, correctBy } from '../decode/audio-stream.ts'
import { checkWhole } from '../decode/check-analysis.ts'
import { type Analysis, decode } from '../decode/decode.ts'
import { NotProcessedError } from '../decode/decode-errors.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { ByteRange } from '../ffmpeg/ffmpeg-job.ts'
import { type EncodedFormat, formats } from '../formats.ts'
import { countChannels, type DecodedFormat } from '../layout.ts'
import { askFfmpeg } from '../probe/ask-ffmpeg.ts'
import { checkEnd } from '../probe/check-end.ts'
import type { OggLink } from '../probe/ogg-links.ts'
import { describeChanges, describeDepth, describeLoss } from './describe-encoding.ts'
import { type MeasuredFile, measureEncoded } from './measure-encoded.ts'
import { planTarget } from './target.ts'

export interface EncodeRequest {
  readonly input: string
  readonly output: string
  readonly format: EncodedFormat
  readonly quality: Quality
  readonly audio: AudioProperties
  /** Where the input was made of another file: that one's stream. */
  readonly source?: AudioStream
  readonly range?: ByteRange
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
  request: EncodeRequest,
  signal: AbortSignal,
): Promise<Encoded> {
  const { input, output, format, audio, range } = request
  const links = range ? undefined : await checkEnd(input, signal)
  const spec = formats[format]
  const decoded = await decodeInto(ffmpeg, request, links, signal)
  const analysis = { ...decoded, source: request.source ?? decoded.source }
  checkWhole(analysis, audio)
  const encoded = await measureEncoded(format, output, signal)
  checkSameLength(format, analysis, encoded)
  const notes = [
    ...describeLoss(spec, correctBy(audio, analysis.source)),
    ...describeDepth(spec, analysis, audio),
    ...describeLinks(links),
    ...describeChanges(spec, analysis, encoded),
  ]
  const { durationMs } = format === 'm4a' ? analysis : encoded
  return { durationMs: Math.round(durationMs), analysis, notes }
}

/** The format is fitted to what the headers say of the audio, and once more where something else comes out of the decoder. */
async function decodeInto(
  ffmpeg: Ffmpeg,
  request: EncodeRequest,
  links: readonly OggLink[] | undefined,
  signal: AbortSignal,
): Promise<Analysis> {
  const { input, output, format, quality, audio, range, allowed } = request
  const planFor = (decoded: DecodedFormat, found?: AudioStream) => {
    const { args, filter } = planTarget(format, decoded)
    const source = request.source ?? found
    const told = {
      ...correctBy(audio, source),
      channels: countChannels(decoded.layout),
      depth: source?.depth,
    }
    const own = formats[format].arguments(quality, told, ffmpeg.encoder.kind)
    return { output, args: [...args, ...own], filter }
  }
  const run = (encode: ReturnType<typeof planFor>) =>
    decode(ffmpeg, { input, audio, range, links, scratch: output, encode, allowed }, signal)
  const plan = planFor(await expectFormat(ffmpeg, request, signal))
  const analysis = await run(plan).catch((error: unknown) => {
    if (error instanceof NotProcessedError) return error
    throw error
  })
  const decoded = analysis instanceof Error ? analysis.decoded : analysis
  const found = analysis instanceof Error ? undefined : analysis.source
  const fitting = decoded && planFor(decoded, found)
  if (fitting && !isDeepStrictEqual(fitting, plan)) return await run(fitting)
  if (analysis instanceof Error) throw analysis
  return analysis
}

/** Sample rates that every decoder gives as its header says. */
const plainRates: ReadonlySet<number | undefined> = new Set([
  ...[8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000],
  ...[88_200, 96_000, 176_400, 192_000],
])

/** What headers say will come out of the decoder; FFmpeg is asked where they leave it open. */
async function expectFormat(
  ffmpeg: Ffmpeg,
  { input, range, audio }: EncodeRequest,
  signal: AbortSignal,
): Promise<DecodedFormat> {
  const { sampleRate = 44_100, channels = 2, codec = '' } = audio
  const told = { sampleRate, layout: channels === 1 ? 'mono' : 'stereo' }
  // The headers of HE-AAC tell half of the rate.
  const isPlain = plainRates.has(audio.sampleRate) && !(/aac/i.test(codec) && sampleRate <= 24_000)
  if (isPlain && (channels === 1 || channels === 2)) return told
  const { format } = await askFfmpeg(ffmpeg, { input, range }, signal)
  return format ?? told
}

function checkSameLength(format: EncodedFormat, decoded: Analysis, encoded: MeasuredFile) {
  // MP4 counts all frames of AAC, those before the beginning too; an edit list takes them off.
  const tolerance = format === 'm4a' ? (3 * 1024 * 1000) / encoded.sampleRate : 0
  if (Math.abs(encoded.durationMs - decoded.durationMs) <= TOLERANCE_MS + tolerance) return
  const { name } = formats[format]
  const params = { format: name, encodedMs: encoded.durationMs, decodedMs: decoded.durationMs }
  throw new AudioError('damaged', reason('media.encoded-length-differs', params))
}
