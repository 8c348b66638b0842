import { rm } from 'node:fs/promises'
import type { Fingerprint, Loudness } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { AudioError } from '../audio-error.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { FfmpegResult } from '../ffmpeg/ffmpeg-job.ts'
import { readLogLines } from '../ffmpeg/log-line.ts'
import { countChannels, type DecodedFormat, nameLayout } from '../layout.ts'
import { type AudioStream, readSource, readWritten } from './audio-stream.ts'
import { findComplaints } from './complaints.ts'
import { explainFailure, findComplaint } from './decode-errors.ts'
import { type DecodeJob, type DecodeRequest, MAX_SECONDS, planDecoding } from './decode-job.ts'
import { readLog } from './decode-log.ts'
import { makeLoudness } from './loudness.ts'
import { mendRequest } from './mend-request.ts'
import { readCut } from './spectrum.ts'

/** What one decoding of the whole file tells. */
export interface Analysis {
  /** What the decoder gave, by FFmpeg's own count: a header may claim anything. */
  readonly durationMs: number
  readonly samples: number
  readonly sampleRate: number
  /** FFmpeg's name of the channels, `stereo`, `5.1`: the usual one where the file names none. */
  readonly layout: string
  /** The same, but of more channels than any has: `10 channels`, of which some of `layout` were made. */
  readonly sourceLayout: string
  /** The part of it that is below -60 LUFS, 0 to 1. */
  readonly silentPart: number
  readonly loudness?: Loudness
  readonly fingerprint?: Fingerprint
  /** Hertz above which there is nothing, where that is lower than the sample rate would have it. */
  readonly cutHz?: number
  /** What was encoded besides. */
  readonly written?: DecodedFormat
  /** The stream that was decoded, as FFmpeg found it in the file. */
  readonly source?: AudioStream
  /** Bits of a sample of what was encoded. */
  readonly writtenDepth?: AudioStream['depth']
  readonly notes: readonly Reason[]
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
  const scratch: string[] = []
  const notes: Reason[] = []
  let source: AudioStream | undefined
  try {
    let current = request
    for (let tries = 0; ; tries++) {
      const plan = planDecoding(current)
      scratch.push(...plan.job.also.map(({ path }) => path))
      const result = await ffmpeg.run(plan.job, signal)
      // What stands for the input from then on is of another kind.
      source ??= readSource(result.log)
      const mended =
        tries < MAX_MENDS ? await mendRequest(ffmpeg, current, result, signal) : undefined
      if (!mended) {
        const told = [...notes, ...checkComplaints(result, current)]
        return { ...(await analyse(result, told, plan)), source }
      }
      if (mended.made !== undefined) scratch.push(mended.made)
      notes.push(...mended.notes)
      current = mended.request
    }
  } finally {
    for (const path of scratch) await rm(path, { force: true })
  }
}

/** A file may need its channels mended, its format made one, and what came of that named. */
const MAX_MENDS = 3

/** Throws what speaks against the sound; returns notes on what else was complained of. */
function checkComplaints(
  { code, log }: FfmpegResult,
  { audio, allowed }: DecodeRequest,
): readonly Reason[] {
  // PCM cannot be wrong, but for a last sample that is not whole.
  const harmless = code === 0 && audio.codec === 'PCM'
  const complaint = harmless ? undefined : findComplaint(log)
  if (code !== 0 || (complaint && !allowed?.test(complaint))) throw explainFailure(log, code)
  const beside = findComplaints(readLogLines(log)).find(({ about }) => about === 'stream')
  return beside ? [reason('media.damaged-beside', { complaint: beside.message })] : []
}

async function analyse(
  { log, fingerprint: code, momentary }: FfmpegResult,
  notes: readonly Reason[],
  { spectrum }: DecodeJob,
): Promise<Analysis> {
  const { samples, sampleRate, layout, written, ...measured } = readLog(log)
  const named = nameLayout(layout)
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
    layout: named,
    sourceLayout: countChannels(named) === countChannels(layout) ? named : layout,
    silentPart: momentary.all > 0 ? momentary.silent / momentary.all : 0,
    loudness: makeLoudness(measured),
    fingerprint,
    cutHz: spectrum === undefined ? undefined : await readCut(spectrum, sampleRate),
    written,
    writtenDepth: readWritten(log)?.depth,
    notes,
  }
}
