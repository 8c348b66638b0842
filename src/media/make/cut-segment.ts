import { reason } from '../../model/reason.ts'
import type { Segment } from '../../model/recording.ts'
import { type AudioProperties, type ProbedFile, probeFile } from '../../tags/read/probe-file.ts'
import { AudioError } from '../audio-error.ts'
import { type AudioStream, correctBy, readSource } from '../decode/audio-stream.ts'
import { explainFailure, findComplaint } from '../decode/decode-errors.ts'
import type { ByteRange } from '../ffmpeg/ffmpeg-job.ts'
import { allowedComplaints, checkMp3 } from '../mp3/check-frames.ts'
import { type Mp3Frames, rangeOf } from '../mp3/frames.ts'
import type { MediaJob } from './media-job.ts'

/** What was cut out, as FLAC: of a lossless file exactly its samples. */
export interface CutFile {
  readonly path: string
  /** As the file is that it was cut out of: its codec, and whether that is lossless. */
  readonly audio: AudioProperties
  /** The stream of that file, as FFmpeg found it. */
  readonly source?: AudioStream
}

/** Where headers do not say. */
const USUAL_SAMPLE_RATE = 44_100

/** Cuts a track out of a file that holds several. Throws AudioError where the file ends before the track does. */
export async function cutSegment(
  job: MediaJob,
  { audio }: ProbedFile,
  segment: Segment,
  mp3?: Mp3Frames,
): Promise<CutFile> {
  const { path, signal } = job
  const frameNotes = mp3 ? await checkMp3(path, mp3, audio.bytes, signal) : []
  const allowed = allowedComplaints(frameNotes)
  const source = { bytes: audio.bytes, range: mp3 && rangeOf(mp3), allowed }
  const told = audio.sampleRate ?? USUAL_SAMPLE_RATE
  let cut = await cutAt(job, source, segment, told)
  // HE-AAC's headers tell half of the rate that its decoder gives.
  const { sampleRate = told } = cut.audio
  if (sampleRate !== told) cut = await cutAt(job, source, segment, sampleRate)
  checkSamples(cut.audio, audio, segment, sampleRate)
  const { lossless, codec, bitRate } = correctBy(audio, cut.source)
  return { ...cut, audio: { ...cut.audio, lossless, codec, bitRate } }
}

interface CutSource {
  readonly bytes: number
  readonly range?: ByteRange
  /** Complaints of the decoder that are no error in this file. */
  readonly allowed?: RegExp
}

async function cutAt(
  { path, ffmpeg, temporary, signal }: MediaJob,
  { bytes, range, allowed }: CutSource,
  segment: Segment,
  sampleRate: number,
): Promise<CutFile> {
  const output = temporary('cut.flac')
  const { first, end } = samplesOf(segment, sampleRate)
  const samples = [`start_sample=${first}`, ...(end === undefined ? [] : [`end_sample=${end}`])]
  const { code, log } = await ffmpeg.run(
    {
      input: path,
      range,
      output,
      args: [
        ...['-map', '0:a:0', '-map_metadata', '-1', '-map_chapters', '-1'],
        ...['-af', `atrim=${samples.join(':')},asetpts=N/SR/TB`],
        ...['-c:a', 'flac', '-compression_level', '0', '-f', 'flac'],
      ],
      timeLimitMs: 10 * 60_000 + (bytes / 1e6) * 3_000,
    },
    signal,
  )
  const complaint = findComplaint(log)
  if (code !== 0 || (complaint && !allowed?.test(complaint))) throw explainFailure(log, code)
  return { path: output, audio: (await probeFile(output)).audio, source: readSource(log) }
}

/** The first sample of a segment, and the first one behind it. */
function samplesOf({ start, end, rate }: Segment, sampleRate: number) {
  const at = (units: number) => Math.round((units * sampleRate) / rate)
  return { first: at(start), end: end === undefined ? undefined : at(end) }
}

/** How much shorter than its header a lossless file may be. */
const MAX_MISSING_MS = 50

/** Throws AudioError where less was cut out than the sheet, or the header of a lossless file, promises. */
function checkSamples(
  cut: AudioProperties,
  image: AudioProperties,
  segment: Segment,
  sampleRate: number,
): void {
  const { first, end } = samplesOf(segment, sampleRate)
  const samples = countSamples(cut, sampleRate)
  const toEnd = image.lossless ? countSamples(image, sampleRate) - first : 0
  const promised = Math.max(1, end === undefined ? toEnd : end - first)
  const tolerance = end === undefined ? (MAX_MISSING_MS * sampleRate) / 1000 : 0
  if (samples > 0 && samples >= promised - tolerance) return
  const ms = (count: number) => (count / sampleRate) * 1000
  const params = { durationMs: ms(samples), promisedMs: ms(promised) }
  throw new AudioError('truncated', reason('media.truncated', params))
}

const countSamples = ({ samples, durationMs = 0 }: AudioProperties, sampleRate: number) =>
  samples ?? Math.round((durationMs * sampleRate) / 1000)
