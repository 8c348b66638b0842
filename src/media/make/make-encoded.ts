import { hashFile } from '../../base/hash.ts'
import type { Media } from '../../model/media.ts'
import type { ProbedFile } from '../../tags/read/probe-file.ts'
import { readFileTags, writeTags } from '../../tags/write/write-tags.ts'
import { describeAnalysis, type MeasuredAudio } from '../decode/analyse-file.ts'
import { encodeFile } from '../encode/encode.ts'
import { type EncodedFormat, formats } from '../formats.ts'
import { allowedComplaints, checkMp3 } from '../mp3/check-frames.ts'
import { type Mp3Frames, rangeOf } from '../mp3/frames.ts'
import { finishTags } from './finish-tags.ts'
import type { MediaJob } from './media-job.ts'

/** A new file of the format, from whatever can be decoded. Throws AudioError. */
export async function makeEncoded(
  job: MediaJob,
  file: ProbedFile,
  format: EncodedFormat,
  mp3?: Mp3Frames,
): Promise<Media> {
  const { path, temporary, signal } = job
  const untagged = temporary(`bare.${format}`)
  const hashing = hashFile(path, { signal })
  // A failure of the encoder comes first; a failure to hash is thrown where the hash is awaited.
  hashing.catch(() => {})
  const { notes, ...measuredAudio } = await encodeUntagged(job, file, format, untagged, mp3)
  const { sha256: originalSha256 } = await hashing
  const measured = { originalSha256, ...measuredAudio }
  const finishing = { keepsOwn: false, measured, pictures: file.pictures }
  const { tags, albumGain, notes: coverNotes } = await finishTags(job, file.tags, finishing)
  const before = await readFileTags(untagged, formats[format].container)
  const target = temporary(format)
  const paths = { source: untagged, target }
  const written = await writeTags(paths, before, tags, signal, job.options)
  return {
    path: target,
    extension: format,
    tags: written.tags,
    how: 'encoded',
    ...measured,
    albumGain,
    notes: [...notes, ...coverNotes, ...written.notes],
  }
}

async function encodeUntagged(
  job: MediaJob,
  { audio }: ProbedFile,
  format: EncodedFormat,
  output: string,
  mp3?: Mp3Frames,
): Promise<MeasuredAudio> {
  const { ffmpeg, options, signal } = job
  const input = job.cut ?? job.path
  const frameNotes = mp3 ? await checkMp3(input, mp3, audio.bytes, signal) : []
  const { quality } = options
  const allowed = allowedComplaints(frameNotes)
  const encoded = await encodeFile(
    ffmpeg,
    {
      ...{ input, output, format, quality, audio, allowed },
      range: mp3 && rangeOf(mp3),
      source: job.cutFrom,
    },
    signal,
  )
  const notes = [...frameNotes, ...encoded.notes]
  return describeAnalysis(job, audio, encoded.analysis, encoded.durationMs, notes)
}
