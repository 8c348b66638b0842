import { readFile, rm } from 'node:fs/promises'
import type { Fingerprint, Loudness } from '../../model/media.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { AudioProperties } from '../probe/read-file.ts'
import { AudioError } from '../sound-error.ts'
import { explainFailure, firstError } from './decode-errors.ts'
import { readLog } from './decode-log.ts'
import { makeLoudness } from './loudness.ts'
import { findCut, spectrumFilters } from './spectrum.ts'

/** What one decoding of the whole file tells. */
export interface Analysis {
  /** What the decoder gave, by FFmpeg's own count: a header may claim anything. */
  readonly durationMs: number
  readonly samples: number
  readonly sampleRate: number
  /** FFmpeg's name: `stereo`, `5.1`. */
  readonly layout: string
  /** The part of it that is below -60 LUFS, 0 to 1. */
  readonly silentPart: number
  readonly loudness?: Loudness
  readonly fingerprint?: Fingerprint
  /** Hertz above which there is nothing, where that is sooner than the sample rate would have it. */
  readonly cutHz?: number
  /** The decoder's first complaint, where the caller allows any. */
  readonly complaint?: string
}

export interface DecodeRequest {
  readonly input: string
  readonly sound: AudioProperties
  /** Where the sound begins: what stands before, a tag and its pictures, is not looked at. */
  readonly soundStart?: number
  /** Begins the names of files that are gone afterwards. */
  readonly scratch: string
  /** Where the sound is encoded besides, and how. */
  readonly encode?: { readonly output: string; readonly args: readonly string[] }
  /** Complaints of the decoder that are no error in this file. */
  readonly allowed?: RegExp
}

/** Nobody's track is longer; a bomb of packed silence is. */
const longestSeconds = 24 * 60 * 60
/** What one output may take, in bytes. */
const largestOutput = 8e9

/**
 * Decodes a file once, whole, and does from that all that needs its sound: encoding, fingerprint, loudness,
 * silence, spectrum. Throws SoundError when it cannot be decoded to its end, or the decoder complains.
 */
export async function decode(
  ffmpeg: Ffmpeg,
  { input, sound, soundStart, scratch, encode, allowed }: DecodeRequest,
  signal: AbortSignal,
): Promise<Analysis> {
  const limits = ['-t', String(longestSeconds), '-fs', String(largestOutput)]
  const bare = ['-map_metadata', '-1', '-map_chapters', '-1']
  const hear = sound.lossless || (sound.bitRate ?? 0) > 250_000
  const pcm = `${scratch}.fingerprint.pcm`
  const spectrum = `${scratch}.spectrum.pcm`
  const also = [
    { path: pcm, args: ['-map', '[fingerprint]', '-f', 's16le'] },
    ...(hear ? [{ path: spectrum, args: ['-map', '[spectrum]', '-f', 'f32le'] }] : []),
  ]
  const job = {
    input,
    skipBytes: soundStart || undefined,
    args: [
      ...['-filter_complex', filters(hear), '-map', '[sound]', ...limits],
      ...(encode ? [...bare, ...encode.args] : ['-f', 'null']),
    ],
    output: encode?.output,
    also,
    fingerprint: pcm,
    timeLimitMs: 10 * 60_000 + (sound.bytes / 1e6) * 3_000,
  }
  try {
    const { code, log, fingerprint: code64, momentary } = await ffmpeg.run(job, signal)
    // PCM cannot be wrong, but for a last sample that is not whole.
    const harmless = code === 0 && sound.codec === 'PCM'
    const complaint = harmless ? undefined : firstError(log)
    if (code !== 0 || (complaint && !allowed?.test(complaint)))
      throw explainFailure(complaint ?? `FFmpeg ended with ${code}`)
    const { samples, sampleRate, layout, integratedLufs, rangeLu, peakDb } = readLog(log)
    if (samples === 0) throw new AudioError('not-sound', 'there is no sound in it')
    const durationMs = (samples / sampleRate) * 1000
    if (durationMs >= longestSeconds * 1000)
      throw new AudioError('too-large', `it is longer than ${longestSeconds / 3600} hours`)
    const loudness = makeLoudness({ integratedLufs, rangeLu, peakDb })
    const cutHz = hear ? findCut(await readFile(spectrum), sampleRate) : undefined
    return {
      durationMs,
      samples,
      sampleRate,
      layout,
      silentPart: momentary && momentary.all > 0 ? momentary.silent / momentary.all : 0,
      loudness,
      fingerprint: code64
        ? ({
            algorithm: 'chromaprint-2',
            code: code64,
            durationMs: Math.round(durationMs),
          } as const)
        : undefined,
      cutHz,
      complaint: complaint || undefined,
    }
  } finally {
    for (const { path } of also) await rm(path, { force: true })
  }
}

const fpcalc = 'filter_size=16:phase_shift=8:linear_interp=1:cutoff=0.8'

/** What `fpcalc` gives Chromaprint: mono at 11,025 Hz, its first 120 s, by the settings of its `SetCompatibleMode`. */
export const fingerprintFilter = `atrim=end=122,aresample=11025:${fpcalc},aformat=sample_fmts=s16:channel_layouts=mono,atrim=end_sample=${120 * 11_025}`

/**
 * The sound itself untouched; what Chromaprint takes; EBU R128 into nowhere, which says in the log what it measured.
 */
function filters(hear: boolean): string {
  return [
    `[0:a:0]asplit=${hear ? 4 : 3}[sound][short][level]${hear ? '[high]' : ''}`,
    `[short]${fingerprintFilter}[fingerprint]`,
    '[level]ebur128=peak=sample:framelog=verbose,anullsink',
    ...(hear ? [`[high]${spectrumFilters}[spectrum]`] : []),
  ].join(';')
}
