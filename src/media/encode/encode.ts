import type { Quality } from '../../model/media.ts'
import { type Analysis, decode } from '../decode/decode.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import { type AudioFormatSpec, type EncodedFormat, formats } from '../formats.ts'
import { scanMp3 } from '../mp3/frames.ts'
import { checkEnd } from '../probe/check-sound.ts'
import { type AudioProperties, readFile } from '../probe/read-file.ts'
import { checkWhole } from '../probe/verify.ts'
import { AudioError } from '../sound-error.ts'

export interface EncodeRequest {
  readonly input: string
  readonly output: string
  readonly format: EncodedFormat
  readonly quality: Quality
  readonly sound: AudioProperties
  readonly soundStart?: number
  /** Complaints of the decoder that are no error in this file. */
  readonly allowed?: RegExp
}

export interface Encoded {
  readonly durationMs: number
  readonly heard: Analysis
  readonly notes: readonly string[]
}

/** How far the lengths of what was decoded and of what was made of it may be apart. */
const toleranceMs = 50

/**
 * Any sound file that FFmpeg decodes becomes one of the format, without tags and with gapless values.
 * Sample rate and channels stay, unless the format has no such: then the nearest fitting, said in the notes.
 * Throws SoundError when not all of the source can be decoded, or the output is not as long as the source.
 */
export async function encodeSound(
  ffmpeg: Ffmpeg,
  { input, output, format, quality, sound, soundStart, allowed }: EncodeRequest,
  signal: AbortSignal,
): Promise<Encoded> {
  await checkEnd(input)
  const way = formats[format]
  const args = way.arguments(quality, sound, ffmpeg.encoder.kind)
  const scratch = output
  const encode = { output, args }
  const request = {
    input,
    sound,
    scratch,
    encode,
    soundStart: soundStart || undefined,
    allowed,
  }
  const heard = await decode(ffmpeg, request, signal)
  checkWhole(heard, sound)
  const made = await measure(format, output, signal)
  // MP4 says how long it is with all frames of AAC, those before the beginning too; an edit list takes them off.
  const tolerance = format === 'm4a' ? (3 * 1024 * 1000) / made.sampleRate : 0
  if (Math.abs(made.durationMs - heard.durationMs) > toleranceMs + tolerance)
    throw new AudioError(
      'damaged',
      `the ${way.name} is ${seconds(made.durationMs)} long, what was decoded ${seconds(heard.durationMs)}`,
    )
  const notes = [...describeLoss(way, sound), ...describeChanges(way, heard, made)]
  const { durationMs } = format === 'm4a' ? heard : made
  return { durationMs: Math.round(durationMs), heard, notes }
}

interface Made {
  readonly durationMs: number
  readonly sampleRate: number
  readonly channels?: number
}

/** By another reader than the encoder. */
async function measure(format: EncodedFormat, path: string, signal: AbortSignal): Promise<Made> {
  if (format === 'mp3') {
    const made = await scanMp3(path, signal)
    if (!made?.xing?.gapless || made.cut || made.strayBytes > 0)
      throw new Error(`The encoder wrote a broken MP3: ${JSON.stringify(made)}`)
    const { samples, sampleRate, channels } = made
    return { durationMs: (samples / sampleRate) * 1000, sampleRate, channels }
  }
  const { sound, unread } = await readFile(path, true)
  const { durationMs, sampleRate, channels } = sound
  if (unread !== undefined || durationMs === undefined || sampleRate === undefined)
    throw new Error(`The encoder wrote a broken ${format}: ${unread}`)
  return { durationMs, sampleRate, channels }
}

function describeLoss(
  { name }: AudioFormatSpec,
  { lossless, codec }: AudioProperties,
): readonly string[] {
  if (lossless || codec === undefined || codec === 'PCM') return []
  if (name === 'FLAC') return [`made from ${codec}, which is lossy: FLAC brings nothing back`]
  return [`encoded a second time, from ${codec}, which is lossy as well`]
}

function describeChanges(
  { name }: AudioFormatSpec,
  heard: Analysis,
  made: Made,
): readonly string[] {
  const { sampleRate, layout } = heard
  const notes: string[] = []
  if (sampleRate !== made.sampleRate)
    notes.push(
      `resampled from ${sampleRate / 1000} kHz to ${made.sampleRate / 1000} kHz, as ${name} needs`,
    )
  if (name === 'MP3' && !['mono', 'stereo', '1 channels', '2 channels'].includes(layout))
    notes.push(`mixed from ${layout} to two channels, as MP3 needs`)
  return notes
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
