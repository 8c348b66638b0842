import { rm } from 'node:fs/promises'
import type { Fingerprint, Loudness } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { AudioError } from '../audio-error.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { FfmpegResult } from '../ffmpeg/ffmpeg-job.ts'
import { explainFailure, findComplaint } from './decode-errors.ts'
import { type DecodeJob, type DecodeRequest, MAX_SECONDS, planDecoding } from './decode-job.ts'
import { readLog } from './decode-log.ts'
import { makeLoudness } from './loudness.ts'
import { readCut } from './spectrum.ts'

/** What one decoding of the whole file tells. */
export interface Analysis {
  /** What the decoder gave, by FFmpeg's own count: a header may claim anything. */
  readonly durationMs: number
  readonly samples: number
  readonly sampleRate: number
  /** FFmpeg's name of the channels: `stereo`, `5.1`. */
  readonly layout: string
  /** The part of it that is below -60 LUFS, 0 to 1. */
  readonly silentPart: number
  readonly loudness?: Loudness
  readonly fingerprint?: Fingerprint
  /** Hertz above which there is nothing, where that is lower than the sample rate would have it. */
  readonly cutHz?: number
  /** The decoder's first complaint, where the caller allows any. */
  readonly complaint?: string
}

/**
 * Decodes a file once, from beginning to end, and takes from that all that needs its audio: encoding, fingerprint,
 * loudness, silence, spectrum. Throws AudioError when it cannot be decoded to its end, or the decoder complains.
 */
export async function decode(
  ffmpeg: Ffmpeg,
  request: DecodeRequest,
  signal: AbortSignal,
): Promise<Analysis> {
  const plan = planDecoding(request)
  try {
    const result = await ffmpeg.run(plan.job, signal)
    return await analyse(result, checkComplaint(result, request), plan)
  } finally {
    for (const { path } of plan.job.also) await rm(path, { force: true })
  }
}

/** The decoder's first complaint, where it is one that is allowed; any other is thrown. */
function checkComplaint({ code, log }: FfmpegResult, { audio, allowed }: DecodeRequest) {
  // PCM cannot be wrong, but for a last sample that is not whole.
  const harmless = code === 0 && audio.codec === 'PCM'
  const complaint = harmless ? undefined : findComplaint(log)
  if (code !== 0 || (complaint && !allowed?.test(complaint))) throw explainFailure(complaint, code)
  return complaint
}

async function analyse(
  { log, fingerprint: code, momentary }: FfmpegResult,
  complaint: string | undefined,
  { spectrum }: DecodeJob,
): Promise<Analysis> {
  const { samples, sampleRate, layout, ...measured } = readLog(log)
  if (samples === 0) throw new AudioError('not-audio', reason('media.no-audio'))
  const durationMs = (samples / sampleRate) * 1000
  if (durationMs >= MAX_SECONDS * 1000)
    throw new AudioError('too-large', reason('media.too-long', { maxHours: MAX_SECONDS / 3600 }))
  const fingerprint: Fingerprint | undefined = code
    ? { algorithm: 'chromaprint-2', code, durationMs: Math.round(durationMs) }
    : undefined
  return {
    durationMs,
    samples,
    sampleRate,
    layout,
    silentPart: momentary.all > 0 ? momentary.silent / momentary.all : 0,
    loudness: makeLoudness(measured),
    fingerprint,
    cutHz: spectrum === undefined ? undefined : await readCut(spectrum, sampleRate),
    complaint,
  }
}
