import type { Media } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { AudioProperties } from '../../tags/read/probe-file.ts'
import type { MediaJob } from '../make/media-job.ts'
import { allowedComplaints, checkMp3 } from '../mp3/check-frames.ts'
import { type Mp3Frames, rangeOf } from '../mp3/frames.ts'
import { checkEnd } from '../probe/check-end.ts'
import type { OggLink } from '../probe/ogg-links.ts'
import { correctBy } from './audio-stream.ts'
import { checkContent, checkIdentity, checkLength, checkWhole } from './check-analysis.ts'
import { type Analysis, decode } from './decode.ts'

/** What is told of the audio of a finished file. */
export type MeasuredAudio = Pick<Media, 'durationMs' | 'fingerprint' | 'loudness' | 'notes'>

/** Decodes all of a file that is kept or copied, and checks it. Throws AudioError. */
export async function analyseFile(
  job: MediaJob,
  audio: AudioProperties,
  mp3?: Mp3Frames,
): Promise<MeasuredAudio> {
  const { path, ffmpeg, temporary, signal } = job
  const frameNotes = mp3 ? await checkMp3(path, mp3, audio.bytes, signal) : []
  const links = mp3 ? undefined : await checkEnd(path, signal)
  const request = {
    input: path,
    audio,
    range: mp3 && rangeOf(mp3),
    links,
    scratch: temporary('scratch'),
    allowed: allowedComplaints(frameNotes),
  }
  const analysis = await decode(ffmpeg, request, signal)
  checkWhole(analysis, audio)
  const durationMs = mp3 ? (mp3.samples / mp3.sampleRate) * 1000 : analysis.durationMs
  return describeAnalysis(job, audio, analysis, Math.round(durationMs), [
    ...frameNotes,
    ...describeLinks(links),
  ])
}

export const describeLinks = (links: readonly OggLink[] = []): readonly Reason[] =>
  links.length > 1 ? [reason('media.chained', { links: links.length })] : []

/** What is told of audio that has been decoded. Throws AudioError where it is silent, or another than it should be. */
export function describeAnalysis(
  job: MediaJob,
  audio: AudioProperties,
  analysis: Analysis,
  durationMs: number,
  notes: readonly Reason[],
): MeasuredAudio {
  const contentNotes = checkContent(analysis, correctBy(audio, analysis.source))
  checkLength(durationMs, job)
  checkIdentity(analysis, job.reference)
  const { loudness, fingerprint } = analysis
  return {
    durationMs,
    fingerprint,
    loudness,
    notes: [...notes, ...analysis.notes, ...contentNotes],
  }
}
