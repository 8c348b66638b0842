import { hashFile } from '../../base/hash.ts'
import type { Media } from '../../model/media.ts'
import { allowStray, checkFrames, describeAnalysis } from '../decode/analyse-file.ts'
import { type EncodedFormat, formats } from '../formats.ts'
import type { Mp3Frames } from '../mp3/frames.ts'
import type { FileAnalysis } from '../probe/read-file.ts'
import { readFileTags, writeTags } from '../tags/write-tags.ts'
import { encodeSound } from './encode.ts'
import { finishTags } from './finish-tags.ts'
import type { MediaJob } from './make-job.ts'

/** A new file of the format, from whatever can be decoded. */
export async function makeEncoded(
  job: MediaJob,
  file: FileAnalysis,
  format: EncodedFormat,
  mp3?: Mp3Frames,
): Promise<Media> {
  const { path, ffmpeg, options, temporary, signal } = job
  const { sound } = file
  const frames = mp3 ? await checkFrames(job, sound, mp3) : []
  const bare = temporary(`bare.${format}`)
  const hashing = hashFile(path, { signal })
  // A failure of the encoder comes first; this one is heard below.
  hashing.catch(() => {})
  const made = await encodeSound(
    ffmpeg,
    {
      input: path,
      output: bare,
      format,
      quality: options.quality,
      sound,
      soundStart: mp3?.start,
      ...allowStray(frames),
    },
    signal,
  )
  const { notes, ...heard } = describeAnalysis(job, sound, made.heard, made.durationMs, [
    ...frames,
    ...made.notes,
  ])
  const target = temporary(format)
  const { sha256: originalSha256 } = await hashing
  const measured = { originalSha256, ...heard }
  const { tags, ...gain } = await finishTags(job, file.tags, { keepsOwn: false, measured })
  const before = await readFileTags(bare, formats[format].container)
  const written = await writeTags({ source: bare, target }, before, tags, signal, job.options)
  return {
    path: target,
    extension: format,
    originalSha256,
    tags: written,
    how: 'encoded',
    ...heard,
    ...gain,
    notes,
  }
}
